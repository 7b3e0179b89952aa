// Where a photograph was taken: the GPS part of its EXIF (JPEG). It is read here and goes nowhere.

export async function positionOf(file) {
  const view = new DataView(await file.slice(0, 262144).arrayBuffer());
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 10 < view.byteLength) {
    const [mark, length] = [view.getUint16(at), view.getUint16(at + 2)];
    if (mark === 0xffe1 && view.getUint32(at + 4) === 0x45786966) return gps(new DataView(view.buffer, at + 10, Math.min(length - 8, view.byteLength - at - 10)));
    if ((mark & 0xff00) !== 0xff00 || mark === 0xffda) return null;
    at += 2 + length;
  }
  return null;
}

function gps(tiff) {
  const little = tiff.getUint16(0) === 0x4949;
  const entries = (start) => {
    const found = new Map();
    for (let i = 0; i < tiff.getUint16(start, little); i++) {
      const entry = start + 2 + i * 12;
      found.set(tiff.getUint16(entry, little), entry + 8);
    }
    return found;
  };
  const place = entries(tiff.getUint32(4, little)).get(0x8825);
  if (!place) return null;
  const said = entries(tiff.getUint32(place, little));
  const degrees = (values, side, negative) => {
    const start = tiff.getUint32(said.get(values), little);
    const part = (i) => tiff.getUint32(start + 8 * i, little) / tiff.getUint32(start + 8 * i + 4, little);
    const sum = part(0) + part(1) / 60 + part(2) / 3600;
    return String.fromCharCode(tiff.getUint8(said.get(side))) === negative ? -sum : sum;
  };
  const found = [degrees(2, 1, 'S'), degrees(4, 3, 'W')];
  return found.every(Number.isFinite) ? found : null;
}
