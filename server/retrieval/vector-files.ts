import { TutorError } from '../errors.ts';
import { tableOf, type VectorTable } from './vector-table.ts';

/**
 * Bytes of the vector files: a header of four 32-bit words (mark, version, dimensions, rows), then the content, all
 * in this machine's byte order. A machine of the other order reads a foreign mark and asks for a new ingestion.
 */
const marks = { vectors: 0x43455652, graph: 0x48505247 } as const;
const version = 1;
const headerBytes = 16;

type Shape = Pick<VectorTable, 'dimensions' | 'size'>;

/** The file that holds a table's rows. */
export function vectorsToBytes(table: VectorTable): Uint8Array {
  const { buffer, byteOffset, byteLength } = table.values;
  return withHeader('vectors', table, new Uint8Array(buffer, byteOffset, byteLength));
}

/**
 * Reads the file of {@link vectorsToBytes}.
 * @throws {TutorError} `index-broken` when it is not one, or not whole, or holds values that are not finite.
 */
export function vectorsFromBytes(bytes: Uint8Array): VectorTable {
  const { dimensions, size } = readHeader('vectors', bytes);
  const content = new Uint8Array(bytes.subarray(headerBytes)); // a copy: a Float32Array begins on a multiple of 4
  if (content.byteLength !== dimensions * size * 4) throw broken('vectors');
  return tableOf(new Float32Array(content.buffer), dimensions, size);
}

/** The file that holds hnswlib's own bytes; they do not say for which vectors they were made, our header does. */
export function graphToBytes(shape: Shape, native: Uint8Array): Uint8Array {
  return withHeader('graph', shape, native);
}

/**
 * hnswlib's own bytes out of a file of {@link graphToBytes}.
 * @throws {TutorError} `index-broken` when it was made for vectors of another number or dimension.
 */
export function graphFromBytes(shape: Shape, bytes: Uint8Array): Uint8Array {
  const { dimensions, size } = readHeader('graph', bytes);
  if (dimensions !== shape.dimensions || size !== shape.size) throw broken('graph');
  return bytes.subarray(headerBytes);
}

function withHeader(kind: keyof typeof marks, shape: Shape, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(headerBytes + content.byteLength);
  new Uint32Array(bytes.buffer, 0, 4).set([marks[kind], version, shape.dimensions, shape.size]);
  bytes.set(content, headerBytes);
  return bytes;
}

function readHeader(kind: keyof typeof marks, bytes: Uint8Array): Shape {
  if (bytes.byteLength < headerBytes) throw broken(kind);
  const header = new Uint32Array(new Uint8Array(bytes.subarray(0, headerBytes)).buffer);
  const [mark, found, dimensions = 0, size = 0] = header;
  if (mark !== marks[kind] || found !== version) throw broken(kind);
  return { dimensions, size };
}

function broken(kind: keyof typeof marks): TutorError {
  const message = `The file of the ${kind} in the index does not fit this program: ingest again.`;
  return new TutorError('index-broken', message);
}
