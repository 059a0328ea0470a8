/** Whether a key belongs to what is being typed, to a browser's own command or to an open dialog or menu, and so is no
 * command of the page. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return true;
  if (document.querySelector("dialog[open]")) return true;
  const target = event.target;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest("input, textarea, select, [role=menu], [role=textbox]") !== null)
  );
}
