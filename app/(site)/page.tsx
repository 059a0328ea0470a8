export default function Page() {
  return (
    <main>
      <h1>
        Hello <em>there</em>
      </h1>
    </main>
  );
}
