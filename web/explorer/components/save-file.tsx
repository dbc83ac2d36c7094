/** A button that saves a table as CSV, with unrounded figures. */
export function CsvButton({ name, text }: { readonly name: string; readonly text: () => string }) {
  const save = () => saveFile(`${name}.csv`, new Blob([text()], { type: "text/csv;charset=utf-8" }));
  return (
    <button type="button" class="link" onClick={save}>
      Save as CSV
    </button>
  );
}

/** Downloads content under a file name. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
