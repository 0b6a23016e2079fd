import { GCProfiler } from 'node:v8';
import { median } from '../../../tools/bench/speed/measure';

/**
 * Bytes that `work` allocates on the heap: the growth at the end, and what was collected in between. Unlike time, it
 * hardly depends on the load of the machine. The result is the median of `runs`: the first runs also compile, and
 * sometimes a collection that ends elsewhere spoils one.
 */
export function allocated(work: () => unknown, runs: number): number {
  return median(Array.from({ length: runs }, () => once(work)));
}

function once(work: () => unknown): number {
  const profiler = new GCProfiler();
  profiler.start();
  const before = process.memoryUsage().heapUsed;
  work();
  const after = process.memoryUsage().heapUsed;
  const collected = profiler
    .stop()
    .statistics.map(
      ({ beforeGC, afterGC }) =>
        beforeGC.heapStatistics.usedHeapSize - afterGC.heapStatistics.usedHeapSize,
    );
  return collected.reduce((sum, bytes) => sum + bytes, after - before);
}
