// Writes a document that is nothing but pictures, one a page. A few kinds of objects, made here, nothing copied.
// @ts-check

/** @typedef {{ wide: number, high: number, width: number, height: number }} Sizes the picture in points of light, the page in points */

const PAGES = 2;

export class PicturePdf {
  #pieces = /** @type {Uint8Array[]} */ ([]);
  #starts = /** @type {Map<number, number>} */ (new Map());
  #pages = /** @type {number[]} */ ([]);
  sizeBytes = 0;
  /** where each picture lies in the copy @type {[number, number][]} */
  pictures = [];

  constructor() {
    this.#write("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n");
    this.#object(1, `<< /Type /Catalog /Pages ${PAGES} 0 R >>`);
  }

  /**
   * @param {Uint8Array} jpeg
   * @param {Sizes} sizes
   */
  add(jpeg, { wide, high, width, height }) {
    const [page, content, picture] = [0, 1, 2].map((next) => 3 + this.#pages.length * 3 + next);
    const [w, h] = [width.toFixed(2), height.toFixed(2)];
    const draw = `q ${w} 0 0 ${h} 0 0 cm /P Do Q`;
    this.#pages.push(Number(page));
    this.#object(
      Number(page),
      `<< /Type /Page /Parent ${PAGES} 0 R /MediaBox [0 0 ${w} ${h}] /Resources << /XObject << /P ${picture} 0 R >> >> /Contents ${content} 0 R >>`,
    );
    this.#object(Number(content), `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`);
    this.#begin(Number(picture));
    this.#write(
      `<< /Type /XObject /Subtype /Image /Width ${wide} /Height ${high} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
    );
    this.pictures.push([this.sizeBytes, jpeg.length]);
    this.#bytes(jpeg);
    this.#write("\nendstream\nendobj\n");
  }

  finished() {
    this.#object(
      PAGES,
      `<< /Type /Pages /Count ${this.#pages.length} /Kids [${this.#pages.map((page) => `${page} 0 R`).join(" ")}] >>`,
    );
    const [at, size] = [this.sizeBytes, this.#starts.size + 1];
    const rows = [...this.#starts.entries()]
      .sort(([a], [b]) => a - b)
      .map(([, start]) => `${String(start).padStart(10, "0")} 00000 n \n`);
    this.#write(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join("")}`);
    this.#write(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`);
    return Buffer.concat(this.#pieces);
  }

  #object(/** @type {number} */ number, /** @type {string} */ text) {
    this.#begin(number);
    this.#write(`${text}\nendobj\n`);
  }

  #begin(/** @type {number} */ number) {
    this.#starts.set(number, this.sizeBytes);
    this.#write(`${number} 0 obj\n`);
  }

  #write(/** @type {string} */ text) {
    this.#bytes(Buffer.from(text, "latin1"));
  }

  #bytes(/** @type {Uint8Array} */ bytes) {
    this.#pieces.push(bytes);
    this.sizeBytes += bytes.length;
  }
}
