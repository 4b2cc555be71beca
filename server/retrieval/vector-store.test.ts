import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { TutorError } from '../errors.ts';
import {
  createVectorStore,
  loadNativeSearch,
  loadVectorStore,
  serialiseVectorStore,
  type NativeSearch,
} from './vector-store.ts';

const unavailable: NativeSearch = { kind: 'unavailable', reason: 'not asked for' };
let native: NativeSearch = unavailable;
beforeAll(async () => {
  native = await loadNativeSearch();
  if (native.kind === 'unavailable') console.warn(`hnswlib-node is not tested: ${native.reason}`);
});
const needsNative = (context: { skip: () => void }): void => {
  if (native.kind === 'unavailable') context.skip();
};

/** Few values, so that equal vectors, multiples and zero vectors come up; and odd ones, from tiny to huge. */
const coordinate = fc.oneof(
  fc.integer({ min: -2, max: 2 }),
  fc.float({ noNaN: true, noDefaultInfinity: true }),
);
const vectorOf = (dimensions: number) =>
  fc
    .array(coordinate, { minLength: dimensions, maxLength: dimensions })
    .map((values) => Float32Array.from(values));
const question = fc.integer({ min: 1, max: 6 }).chain((dimensions) =>
  fc.record({
    vectors: fc.array(vectorOf(dimensions), { maxLength: 60 }),
    query: vectorOf(dimensions),
    limit: fc.integer({ min: 0, max: 70 }),
  }),
);

/** Vectors that lie in loose groups, as those of texts do, the same for the same seed. */
function clustered(count: number, dimensions: number, seed: number): Float32Array[] {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  const centres = Array.from({ length: 40 }, () => Array.from({ length: dimensions }, random));
  return Array.from({ length: count }, (_, index) =>
    Float32Array.from(centres[index % 40] ?? [], (value) => value + 0.7 * random()),
  );
}

describe('createVectorStore', () => {
  it('finds exactly what a search in TypeScript finds, similarities and ties included', async (context) => {
    needsNative(context);
    await fc.assert(
      fc.asyncProperty(question, async ({ vectors, query, limit }) => {
        const dimensions = query.length;
        const exact = await createVectorStore(vectors, { dimensions, native });
        const reference = await createVectorStore(vectors, { dimensions, native: unavailable });
        expect(exact.kind).toBe('brute-force');
        expect(reference.kind).toBe('typescript');
        expect(exact.search(query, limit)).toEqual(reference.search(query, limit));
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with the cosine as the textbook has it, best first, ties by index, no zero vector', async () => {
    await fc.assert(
      fc.asyncProperty(question, async ({ vectors, query, limit }) => {
        const store = await createVectorStore(vectors, { dimensions: query.length });
        const found = store.search(query, limit);
        const hasDirection = (vector: Float32Array) => vector.some((value) => value !== 0);
        const findable = hasDirection(query) ? vectors.filter(hasDirection).length : 0;
        expect(found).toHaveLength(Math.min(limit, findable));
        for (const [at, { index, similarity }] of found.entries()) {
          const vector = vectors[index] ?? new Float32Array();
          const dot = vector.reduce((sum, value, i) => sum + value * (query[i] ?? 0), 0);
          expect(similarity).toBeCloseTo(dot / Math.hypot(...vector) / Math.hypot(...query), 6);
          const next = found[at + 1];
          if (next === undefined) continue;
          expect(similarity).toBeGreaterThanOrEqual(next.similarity);
          if (similarity === next.similarity) expect(index).toBeLessThan(next.index);
        }
      }),
    );
  });

  it('tells apart vectors that are equal in single precision', async (context) => {
    needsNative(context);
    // The last is nearest to the query; all cosines lie within 2e-7 of 1, where hnswlib sees two or three steps.
    const vectors = Array.from({ length: 500 }, (_, index) =>
      Float32Array.of(1, (500 - index) * 1e-6),
    );
    const store = await createVectorStore(vectors, { dimensions: 2, native });
    const found = store.search(Float32Array.of(1, 0), 3);
    expect(found.map(({ index }) => index)).toEqual([499, 498, 497]);
  });

  it('finds nothing in an empty store, nor for a query without direction', async () => {
    for (const search of [native, unavailable]) {
      const empty = await createVectorStore([], { dimensions: 2, native: search });
      expect(empty).toMatchObject({ size: 0, dimensions: 2 });
      expect(empty.search(Float32Array.of(1, 0), 5)).toEqual([]);
      const store = await createVectorStore([Float32Array.of(1, 0)], {
        dimensions: 2,
        native: search,
      });
      expect(store.search(Float32Array.of(0, 0), 5)).toEqual([]);
      expect(store.search(Float32Array.of(NaN, 0), 5)).toEqual([]);
      expect(store.search(Float32Array.of(Infinity, 0), 5)).toEqual([]);
      expect(store.search(Float32Array.of(1, 0), NaN)).toEqual([]);
    }
  });

  it('refuses NaN, infinities and wrong lengths, naming the vector', async () => {
    const good = Float32Array.of(1, 0);
    for (const bad of [
      Float32Array.of(1, NaN),
      Float32Array.of(-Infinity, 0),
      Float32Array.of(1),
    ]) {
      const failure = await createVectorStore([good, bad], { dimensions: 2 }).catch((e) => e);
      expect(failure).toBeInstanceOf(TutorError);
      expect(failure).toMatchObject({
        code: 'index-broken',
        message: expect.stringContaining('Vector 1 '),
      });
    }
    const store = await createVectorStore([good], { dimensions: 2 });
    expect(() => store.search(Float32Array.of(1), 1)).toThrow(TutorError);
  });

  it('finds with a graph at least 95 % of what an exact search finds', async (context) => {
    needsNative(context);
    const vectors = clustered(2_000, 64, 1);
    const queries = clustered(200, 64, 2);
    const graph = await createVectorStore(vectors, { dimensions: 64, native, exactUpTo: 1_999 });
    const exact = await createVectorStore(vectors, { dimensions: 64, native });
    expect([graph.kind, exact.kind]).toEqual(['hnsw', 'brute-force']);
    let common = 0;
    for (const query of queries) {
      const expected = new Set(exact.search(query, 10).map(({ index }) => index));
      common += graph.search(query, 10).filter(({ index }) => expected.has(index)).length;
    }
    expect(common / (queries.length * 10)).toBeGreaterThanOrEqual(0.95);
  });

  it('lets other work through while it builds a graph, and stops when asked to', async (context) => {
    needsNative(context);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('enough')), 30);
    const options = { dimensions: 64, native, exactUpTo: 0, signal: controller.signal };
    await expect(createVectorStore(clustered(5_000, 64, 3), options)).rejects.toThrow('enough');
  });
});

describe('loadVectorStore', () => {
  it.each(['brute-force', 'hnsw', 'typescript'] as const)(
    'gives back a %s store that was serialised',
    async (kind) => {
      if (native.kind === 'unavailable' && kind !== 'typescript') return;
      const search = kind === 'typescript' ? unavailable : native;
      const vectors = [...clustered(300, 16, 4), new Float32Array(16)];
      const exactUpTo = kind === 'hnsw' ? 10 : 1_000;
      const store = await createVectorStore(vectors, { dimensions: 16, exactUpTo, native: search });
      const files = await serialiseVectorStore(store);
      // As they come from the disk: in a Buffer, and not on a multiple of four.
      const read = new Map([...files].map(([name, bytes]) => [name, misaligned(bytes)]));
      const loaded = await loadVectorStore(read, { native: search });
      expect(loaded).toMatchObject({ kind, size: 301, dimensions: 16 });
      for (const query of clustered(40, 16, 5)) {
        expect(loaded.search(query, 12)).toEqual(store.search(query, 12));
      }
    },
  );

  it('gives back an empty store of each kind', async () => {
    for (const exactUpTo of [-1, 10]) {
      const store = await createVectorStore([], { dimensions: 3, exactUpTo });
      const loaded = await loadVectorStore(await serialiseVectorStore(store));
      expect(loaded).toMatchObject({ kind: store.kind, size: 0, dimensions: 3 });
      expect(loaded.search(Float32Array.of(1, 2, 3), 1)).toEqual([]);
    }
  });

  it('searches exactly in TypeScript where hnswlib is missing, also what was a graph', async (context) => {
    needsNative(context);
    const vectors = clustered(50, 8, 6);
    const store = await createVectorStore(vectors, { dimensions: 8, native, exactUpTo: 1 });
    const loaded = await loadVectorStore(await serialiseVectorStore(store), {
      native: unavailable,
    });
    expect(loaded.kind).toBe('typescript');
    const query = vectors[7] ?? new Float32Array(8);
    expect(loaded.search(query, 5)).toEqual(store.search(query, 5));
  });

  it('refuses a graph made for other vectors, and files that are cut, foreign or missing', async (context) => {
    needsNative(context);
    const filesOf = async (count: number, dimensions: number) => {
      const vectors = clustered(count, dimensions, 7);
      const options = { dimensions, native, exactUpTo: 1 };
      return serialiseVectorStore(await createVectorStore(vectors, options));
    };
    const files = await filesOf(60, 8);
    const vectors = files.get('vectors.bin') ?? new Uint8Array();
    const graph = files.get('vectors.hnsw') ?? new Uint8Array();
    const fewer = (await filesOf(59, 8)).get('vectors.hnsw') ?? new Uint8Array();
    const narrower = (await filesOf(60, 7)).get('vectors.hnsw') ?? new Uint8Array();
    const swapped = Uint8Array.from(vectors).fill(0, 0, 4);
    const bad: [string, Uint8Array][][] = [
      [],
      [['vectors.bin', vectors.subarray(0, vectors.length - 1)]],
      [['vectors.bin', vectors.subarray(0, 10)]],
      [['vectors.bin', swapped]],
      [['vectors.bin', graph]],
      ...[fewer, narrower, vectors, graph.subarray(0, graph.length - 40)].map(
        (other): [string, Uint8Array][] => [
          ['vectors.bin', vectors],
          ['vectors.hnsw', other],
        ],
      ),
    ];
    for (const entries of bad) {
      await expect(loadVectorStore(new Map(entries), { native })).rejects.toMatchObject({
        name: 'TutorError',
        code: 'index-broken',
      });
    }
  });
});

function misaligned(bytes: Uint8Array): Buffer {
  const buffer = Buffer.alloc(bytes.length + 1);
  buffer.set(bytes, 1);
  return buffer.subarray(1);
}
