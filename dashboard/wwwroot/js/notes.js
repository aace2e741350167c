// The key I opens and closes the note of the row, figure or table that has the focus. Never while something is typed or composed.
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "i" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (!(event.target instanceof Element) || event.target.closest("input, select, textarea, [contenteditable]")) return;
  const near = event.target.closest("tr, .figure") ?? event.target.closest(".scroll");
  const note = near?.querySelector("details[data-info]");
  if (note) note.open = !note.open;
});

// The key / goes to the search field of the head, and Ctrl+K from anywhere.
document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.altKey) return;
  const isShortcut = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
  const isTyping = event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]");
  if (!isShortcut && (event.key !== "/" || event.ctrlKey || event.metaKey || isTyping)) return;
  const field = document.querySelector("[data-find]");
  // A page with a filter of its own keeps the single key.
  if (!field || (!isShortcut && document.querySelector("[data-search]"))) return;
  event.preventDefault();
  field.focus();
  field.select();
});
