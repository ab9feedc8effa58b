// Small PDF files (ISO 32000-1), written by hand: one font whose codes are UTF-16 units, told by its ToUnicode map.

/** @typedef {{ text: string, x: number, y: number, size?: number }} Run text as it is painted, from its left end on, in points from the lower left corner */

const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end end`;

/** @param {string} text */
const hex = (text) =>
  [...Array(text.length).keys()].map((at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');

/**
 * A PDF with these pages.
 *
 * @param {Run[][]} pages
 * @param {string} [trailer] more entries of the trailer
 * @returns {Buffer}
 */
export function pdf(pages, trailer = '') {
  const stream = (/** @type {string} */ content) =>
    `<< /Length ${content.length} >> stream\n${content}\nendstream`;
  const kids = pages.map((_, page) => `${7 + 2 * page} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /U /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /U /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 6 0 R >>',
    stream(TO_UNICODE),
    '<< /Type /FontDescriptor /FontName /U /Flags 4 /FontBBox [0 0 500 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ...pages.flatMap((runs, page) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${8 + 2 * page} 0 R >>`,
      stream(
        runs
          .map(({ text, x, y, size = 12 }) => `BT /F ${size} Tf ${x} ${y} Td <${hex(text)}> Tj ET`)
          .join('\n'),
      ),
    ]),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

/**
 * Lines as a program paints them that has put the letters into the order in which they are seen, from the left.
 *
 * @param {string[]} lines
 * @param {{ visual?: boolean, top?: number, size?: number, right?: number }} [how] `visual` false: in the order of reading
 * @returns {Run[]}
 */
export function painted(lines, { visual = true, top = 780, size = 12, right = 540 } = {}) {
  return lines.map((line, row) => ({
    text: visual ? seen(line) : line,
    x: right - line.length * size * 0.5,
    y: top - row * size * 1.5,
    size,
  }));
}

/** A line of Arabic as it is seen from the left: its letters last first, its numbers as they are. @param {string} line */
function seen(line) {
  return [...line]
    .reverse()
    .join('')
    .replace(/[A-Za-z\d][A-Za-z\d., ]*[A-Za-z\d]/g, (run) => [...run].reverse().join(''));
}
