import { strToU8, zipSync } from 'fflate';

/** A small problem package as an author would zip it. */
export function problemPackage(title: string): Buffer {
  return doubling(title, {
    'statement/problem.en.md': 'Read a number, print its double.\n',
    'statement/problem.vi.md': 'Đọc một số, in ra số gấp đôi.\n',
  });
}

/** Has its statement in PDF only. */
export function packageWithPdf(title: string, pdf: Buffer): Buffer {
  return doubling(title, { 'statement/problem.en.pdf': pdf, 'statement/problem.vi.pdf': pdf });
}

function doubling(title: string, statements: Files): Buffer {
  return zip({
    'problem.yaml': `problem_format_version: 2023-07-draft
name:
  en: ${title}
  vi: ${title}
uuid: ${crypto.randomUUID()}
limits:
  time_limit: 1
`,
    ...statements,
    'data/sample/1.in': '2\n',
    'data/sample/1.ans': '4\n',
    'data/secret/1.in': '21\n',
    'data/secret/1.ans': '42\n',
    'submissions/accepted/double.py': 'print(2 * int(input()))\n',
  });
}

/** Lacks what makes a package, in more ways than one. */
export function faultyPackage(): Buffer {
  return zip({
    'problem.yaml': 'problem_format_version: 2023-07-draft\nname: {}\n',
    'data/secret/1.in': '21\n',
  });
}

type Files = Readonly<Record<string, string | Uint8Array>>;

function zip(files: Files): Buffer {
  const contents = Object.entries(files).map(
    ([path, file]) => [path, typeof file === 'string' ? strToU8(file) : file] as const,
  );
  return Buffer.from(zipSync(Object.fromEntries(contents)));
}

/** A valid PDF of one page with one line. */
export function smallPdf(line: string): Buffer {
  const drawing = `BT /F1 24 Tf 40 100 Td (${line}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let pdf = '%PDF-1.4\n';
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  objects.forEach((object, index) => {
    table += `${String(pdf.length).padStart(10, '0')} 00000 n \n`;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const trailer = `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\n`;
  return Buffer.from(`${pdf}${table}${trailer}startxref\n${pdf.length}\n%%EOF\n`, 'latin1');
}
