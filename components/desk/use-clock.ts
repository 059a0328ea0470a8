import { useEffect, useState } from "react";

/** The database's clock as it was read with the page, going on by itself. */
export function useClock(read: Date): Date {
  const [now, setNow] = useState(read);
  const at = read.getTime();
  useEffect(() => {
    setNow(new Date(at));
    const began = performance.now();
    const timer = setInterval(() => setNow(new Date(at + performance.now() - began)), 20_000);
    return () => clearInterval(timer);
  }, [at]);
  return now;
}
