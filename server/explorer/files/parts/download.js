// Files made on the page.

// download hands a text to the browser as a file.
export function download(name, media, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: media }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// csv writes rows of cells as RFC 4180 has it, with a byte order mark so that spreadsheets read it as UTF-8. A cell that a
// spreadsheet would take for a formula gets an apostrophe.
export function csv(rows) {
  const cell = (value) => {
    const text = String(value ?? "").replace(/^[=+\-@\t\r]/, (c) => (typeof value === "number" ? c : `'${c}`));
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
