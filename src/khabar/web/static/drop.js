// A text file dropped on the check form goes into its field.

export function drop() {
  const field = document.querySelector("textarea.check");
  if (!field) return;
  field.addEventListener("dragover", (event) => event.preventDefault());
  field.addEventListener("drop", async (event) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    field.value = await file.text();
    field.focus();
  });
}
