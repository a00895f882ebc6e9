import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CIFAR_PIXELS, writeCifar } from './cifar';
import { HAS_DATA, REAL, realFile } from './fixtures/real-files.fixture';
import { gzip } from './fixtures/sources.fixture';
import { tarOf } from './fixtures/tar.fixture';
import { writeIdxImages, writeIdxLabels } from './idx';
import { ownDataset } from './own-dataset';
import { recogniseFiles } from './own-files';

const file = (name: string, content: Uint8Array<ArrayBuffer> | string) => new File([content], name);
const images = (count: number) =>
  writeIdxImages({ count, width: 3, height: 2, pixels: new Uint8Array(count * 6).fill(9) });
const labels = (count: number) => writeIdxLabels(new Uint8Array(count).map((_, i) => i % 3));
const batch = (count: number) =>
  writeCifar(
    new Uint8Array(count).map((_, i) => i % 10),
    new Uint8Array(count * CIFAR_PIXELS),
  );
const csv =
  'talker,f1,f2,note,class\na,300,2300,x,iy\na,700,1200,y,ah\nb,310,,z,iy\nb,690,1190,w,ah\nc,305,2310,v,iy\n';

describe('recogniseFiles', () => {
  it('knows files by content, whatever they are called', async () => {
    const { parts, faults } = await recogniseFiles([
      file('one', gzip(images(4))),
      file('two', labels(4)),
      file('three', batch(2)),
      file('four', csv),
      file('five', 'm01ae 323 174  663 2012 2659 3691  669 2008 2671  671 1992 2659  685 1773 2680\n'),
    ]);
    expect(faults).toEqual([]);
    expect(parts.map((part) => part.kind)).toEqual(['images', 'labels', 'cifar', 'table', 'table']);
  });

  it('takes the batches out of a tar.gz', async () => {
    const archive = gzip(
      tarOf([
        ['cifar-10-batches-bin/', undefined],
        ['cifar-10-batches-bin/data_batch_1.bin', batch(3)],
        ['cifar-10-batches-bin/readme.html', new TextEncoder().encode('<html>')],
        ['cifar-10-batches-bin/test_batch.bin', batch(2)],
      ]),
    );
    const { parts, accepted } = await recogniseFiles([file('cifar-10-binary.tar.gz', archive)]);
    expect(accepted).toEqual(['cifar-10-binary.tar.gz']);
    expect(parts.map((part) => part.name)).toEqual(['data_batch_1.bin', 'test_batch.bin']);
    expect(parts[1]?.bytes).toEqual(batch(2));
  });

  it.each([
    ['cut.gz', gzip(images(40)).slice(0, -9), /cut\.gz is cut short/],
    ['short-idx', images(4).slice(0, -1), /announces 40/],
    ['data_batch_1.bin', batch(2).slice(0, -1), /no whole number of CIFAR-10 records/],
    ['photo.jpg', Uint8Array.of(255, 216, 255, 0), /no format the studio reads/],
    ['empty.csv', '', /is empty/],
    ['notes.txt', 'hello', /not a readable table|only 0 rows/],
    ['no-class.csv', 'a,b\n1,2\n3,4\n5,6\n7,8\n', /no column says the class/],
    ['one-class.csv', 'a,class\n1,x\n3,x\n5,x\n7,x\n', /same class/],
    ['words.csv', 'a,class\nq,x\nr,y\ns,x\nt,y\n', /no column of numbers/],
    ['hole.csv', 'a,class\n1,x\n2,\n3,x\n4,y\n', /row 2 has no class/],
    ['other.tar', tarOf([['a.txt', new Uint8Array(3)]]), /no CIFAR-10 batches/],
  ])('refuses %s with its name and keeps the others', async (name, content, message) => {
    const { parts, faults } = await recogniseFiles([file(name, content), file('good', csv)]);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.message).toMatch(message);
    expect(faults[0]?.message).toContain(name);
    expect(parts).toHaveLength(1);
  });

  it('bounds sizes, also of what a small gzip unpacks to', async () => {
    const huge = { name: 'huge', size: 2 ** 31, stream: () => new ReadableStream<Uint8Array<ArrayBuffer>>() };
    const { faults } = await recogniseFiles([huge, file('bomb.gz', gzip(new Uint8Array(270 * 2 ** 20)))]);
    expect(faults.map((fault) => fault.code)).toEqual(['data/too-large', 'data/too-large']);
  });

  it('answers garbage with a fault, never with another exception', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 80 }),
        fc.constantFrom([], [31, 139], [0, 0, 8, 3]),
        async (noise, start) => {
          const { faults } = await recogniseFiles([file('noise', Uint8Array.from([...start, ...noise]))]);
          expect(
            faults.every((fault) => fault.code.startsWith('data/') && fault.code !== 'data/unreadable-file'),
          ).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('ownDataset', () => {
  const open = async (...files: File[]) => ownDataset((await recogniseFiles(files)).parts, 1);

  it('splits a table by talker and leaves text columns out', async () => {
    const own = await open(file('mine.csv', csv));
    expect(own.classNames).toEqual(['ah', 'iy']);
    if (own.train.kind !== 'table' || own.test.kind !== 'table') throw new Error('a table was expected');
    expect(own.train.columns).toEqual(['f1', 'f2']);
    expect(own.train.count + own.test.count).toBe(5);
    expect(
      own.test.groups.some((group) => own.train.kind === 'table' && own.train.groups.includes(group)),
    ).toBe(false);
    expect([...own.train.values, ...own.test.values].filter((value) => Number.isNaN(value))).toHaveLength(1);
    expect(own.provenance).toMatchObject({ source: 'real', via: 'dropped file' });
    expect(own.provenance.text).toContain('mine.csv');
  });

  it('never lets a second class or group column be learnt from', async () => {
    const own = await open(
      file('t.csv', 'subject,group,x,label,target\n1,1,5,0,0\n2,1,6,1,1\n3,2,5,0,0\n4,2,7,1,1\n'),
    );
    expect(own.train.kind === 'table' && own.train.columns).toEqual(['x']);
  });

  it('pairs images with labels and keeps a given test file apart', async () => {
    const own = await open(
      file('train-images', images(6)),
      file('t10k-images', images(3)),
      file('train-labels', labels(6)),
      file('t10k-labels', labels(3)),
    );
    expect([own.train.count, own.test.count, own.classNames.length]).toEqual([6, 3, 3]);
  });

  it('divides one set of images for each seed', async () => {
    const own = await open(file('images', images(20)), file('labels', labels(20)));
    expect([own.train.count, own.test.count]).toEqual([13, 7]);
  });

  it('joins CIFAR-10 batches', async () => {
    const own = await open(
      file('data_batch_1.bin', batch(3)),
      file('data_batch_2.bin', batch(2)),
      file('test_batch.bin', batch(4)),
    );
    expect([own.train.count, own.test.count]).toEqual([5, 4]);
    expect(own.classNames).toContain('frog');
  });

  it.skipIf(!HAS_DATA).each([
    ['iris/iris.csv', 4, 3],
    ['vowels/peterson_barney1952.csv', 5, 10],
    ['vowels/deterding_vowel.csv', 10, 11],
  ])(`reads %s ${REAL}`, async (path, atLeast, classes) => {
    const own = await open(file('table.csv', realFile(path)));
    if (own.train.kind !== 'table') throw new Error('a table was expected');
    expect(own.train.columns.length).toBeGreaterThanOrEqual(atLeast);
    expect(own.classNames).toHaveLength(classes);
    expect(own.train.columns).not.toContain('class');
  });

  it.each([
    [[], /no file of yours/],
    [[file('a', images(4))], /no label file has as many/],
    [[file('a', images(4)), file('l', labels(4)), file('b.bin', batch(2))], /another size or colour/],
  ])('says what is missing', async (files, message) => {
    await expect(open(...files)).rejects.toThrow(message);
  });
});
