// Written by tools/catalogue.py from dstack 0.22.5 and gpuhunt 0.1.34. Do not edit.

export interface Gpu {
  /** As gpuhunt writes it; dstack accepts any letter case. */
  readonly name: string;
  readonly vendor: string;
  /** The sizes in GB that exist under this name. */
  readonly memory: readonly number[];
  /** Of CUDA, so only NVIDIA has it. */
  readonly computeCapability?: string;
  /** Known of AMD alone. */
  readonly architecture?: string;
}

/** Each accelerator but TPUs, by its name in lower case. */
export const GPUS: Readonly<Record<string, Gpu>> = {
  a10: { name: 'A10', vendor: 'nvidia', memory: [24], computeCapability: '8.6' },
  a16: { name: 'A16', vendor: 'nvidia', memory: [16], computeCapability: '8.6' },
  a40: { name: 'A40', vendor: 'nvidia', memory: [48], computeCapability: '8.6' },
  a100: { name: 'A100', vendor: 'nvidia', memory: [40, 80], computeCapability: '8.0' },
  a10g: { name: 'A10G', vendor: 'nvidia', memory: [24], computeCapability: '8.6' },
  a4000: { name: 'A4000', vendor: 'nvidia', memory: [16], computeCapability: '8.6' },
  a4500: { name: 'A4500', vendor: 'nvidia', memory: [20], computeCapability: '8.6' },
  a5000: { name: 'A5000', vendor: 'nvidia', memory: [24], computeCapability: '8.6' },
  a6000: { name: 'A6000', vendor: 'nvidia', memory: [48], computeCapability: '8.6' },
  h100: { name: 'H100', vendor: 'nvidia', memory: [80], computeCapability: '9.0' },
  h100nvl: { name: 'H100NVL', vendor: 'nvidia', memory: [94], computeCapability: '9.0' },
  h200: { name: 'H200', vendor: 'nvidia', memory: [141], computeCapability: '9.0' },
  h200nvl: { name: 'H200NVL', vendor: 'nvidia', memory: [141], computeCapability: '9.0' },
  b200: { name: 'B200', vendor: 'nvidia', memory: [180], computeCapability: '10.0' },
  gb200: { name: 'GB200', vendor: 'nvidia', memory: [186], computeCapability: '10.0' },
  b300: { name: 'B300', vendor: 'nvidia', memory: [270], computeCapability: '10.0' },
  gb300: { name: 'GB300', vendor: 'nvidia', memory: [270], computeCapability: '10.0' },
  l4: { name: 'L4', vendor: 'nvidia', memory: [24], computeCapability: '8.9' },
  l40: { name: 'L40', vendor: 'nvidia', memory: [48], computeCapability: '8.9' },
  l40s: { name: 'L40S', vendor: 'nvidia', memory: [48], computeCapability: '8.9' },
  p100: { name: 'P100', vendor: 'nvidia', memory: [16], computeCapability: '6.0' },
  rtx2060: { name: 'RTX2060', vendor: 'nvidia', memory: [6, 12], computeCapability: '7.5' },
  rtx2060super: { name: 'RTX2060SUPER', vendor: 'nvidia', memory: [8], computeCapability: '7.5' },
  rtx2070: { name: 'RTX2070', vendor: 'nvidia', memory: [8], computeCapability: '7.5' },
  rtx2070super: { name: 'RTX2070SUPER', vendor: 'nvidia', memory: [8], computeCapability: '7.5' },
  rtx2080: { name: 'RTX2080', vendor: 'nvidia', memory: [8], computeCapability: '7.5' },
  rtx2080super: { name: 'RTX2080SUPER', vendor: 'nvidia', memory: [8], computeCapability: '7.5' },
  rtx2080ti: { name: 'RTX2080Ti', vendor: 'nvidia', memory: [11], computeCapability: '7.5' },
  rtx3050: { name: 'RTX3050', vendor: 'nvidia', memory: [6, 8], computeCapability: '8.6' },
  rtx3060: { name: 'RTX3060', vendor: 'nvidia', memory: [8, 12], computeCapability: '8.6' },
  rtx3060ti: { name: 'RTX3060Ti', vendor: 'nvidia', memory: [8], computeCapability: '8.6' },
  rtx3070: { name: 'RTX3070', vendor: 'nvidia', memory: [8], computeCapability: '8.6' },
  rtx3070ti: { name: 'RTX3070Ti', vendor: 'nvidia', memory: [8], computeCapability: '8.6' },
  rtx3080: { name: 'RTX3080', vendor: 'nvidia', memory: [10], computeCapability: '8.6' },
  rtx3080ti: { name: 'RTX3080Ti', vendor: 'nvidia', memory: [12], computeCapability: '8.6' },
  rtx3090: { name: 'RTX3090', vendor: 'nvidia', memory: [24], computeCapability: '8.6' },
  rtx3090ti: { name: 'RTX3090Ti', vendor: 'nvidia', memory: [24], computeCapability: '8.6' },
  rtx4060: { name: 'RTX4060', vendor: 'nvidia', memory: [8], computeCapability: '8.9' },
  rtx4060ti: { name: 'RTX4060Ti', vendor: 'nvidia', memory: [8, 16], computeCapability: '8.9' },
  rtx4070: { name: 'RTX4070', vendor: 'nvidia', memory: [12], computeCapability: '8.9' },
  rtx4070super: { name: 'RTX4070SUPER', vendor: 'nvidia', memory: [12], computeCapability: '8.9' },
  rtx4070ti: { name: 'RTX4070Ti', vendor: 'nvidia', memory: [12], computeCapability: '8.9' },
  rtx4070tisuper: { name: 'RTX4070TiSUPER', vendor: 'nvidia', memory: [16], computeCapability: '8.9' },
  rtx4080: { name: 'RTX4080', vendor: 'nvidia', memory: [16], computeCapability: '8.9' },
  rtx4080super: { name: 'RTX4080SUPER', vendor: 'nvidia', memory: [16], computeCapability: '8.9' },
  rtx4090: { name: 'RTX4090', vendor: 'nvidia', memory: [24], computeCapability: '8.9' },
  rtx5060: { name: 'RTX5060', vendor: 'nvidia', memory: [8], computeCapability: '12.0' },
  rtx5060ti: { name: 'RTX5060Ti', vendor: 'nvidia', memory: [8, 16], computeCapability: '12.0' },
  rtx5070: { name: 'RTX5070', vendor: 'nvidia', memory: [12], computeCapability: '12.0' },
  rtx5070ti: { name: 'RTX5070Ti', vendor: 'nvidia', memory: [16], computeCapability: '12.0' },
  rtx5080: { name: 'RTX5080', vendor: 'nvidia', memory: [16], computeCapability: '12.0' },
  rtx5090: { name: 'RTX5090', vendor: 'nvidia', memory: [32], computeCapability: '12.0' },
  rtx6000: { name: 'RTX6000', vendor: 'nvidia', memory: [24], computeCapability: '7.5' },
  rtx2000ada: { name: 'RTX2000Ada', vendor: 'nvidia', memory: [16], computeCapability: '8.9' },
  rtx4000ada: { name: 'RTX4000Ada', vendor: 'nvidia', memory: [20], computeCapability: '8.9' },
  rtx6000ada: { name: 'RTX6000Ada', vendor: 'nvidia', memory: [48], computeCapability: '8.9' },
  rtxpro4500: { name: 'RTXPRO4500', vendor: 'nvidia', memory: [32], computeCapability: '12.0' },
  rtxpro6000: { name: 'RTXPRO6000', vendor: 'nvidia', memory: [96], computeCapability: '12.0' },
  t4: { name: 'T4', vendor: 'nvidia', memory: [16], computeCapability: '7.5' },
  v100: { name: 'V100', vendor: 'nvidia', memory: [16, 32], computeCapability: '7.0' },
  gh200: { name: 'GH200', vendor: 'nvidia', memory: [96], computeCapability: '9.0' },
  mi100: { name: 'MI100', vendor: 'amd', memory: [32], architecture: 'CDNA' },
  mi210: { name: 'MI210', vendor: 'amd', memory: [64], architecture: 'CDNA2' },
  mi250: { name: 'MI250', vendor: 'amd', memory: [128], architecture: 'CDNA2' },
  mi250x: { name: 'MI250X', vendor: 'amd', memory: [128], architecture: 'CDNA2' },
  mi300a: { name: 'MI300A', vendor: 'amd', memory: [128], architecture: 'CDNA3' },
  mi300x: { name: 'MI300X', vendor: 'amd', memory: [192], architecture: 'CDNA3' },
  mi308x: { name: 'MI308X', vendor: 'amd', memory: [128], architecture: 'CDNA3' },
  mi325x: { name: 'MI325X', vendor: 'amd', memory: [288], architecture: 'CDNA3' },
  mi350x: { name: 'MI350X', vendor: 'amd', memory: [288], architecture: 'CDNA4' },
  mi355x: { name: 'MI355X', vendor: 'amd', memory: [288], architecture: 'CDNA4' },
  gaudi: { name: 'Gaudi', vendor: 'intel', memory: [32] },
  gaudi2: { name: 'Gaudi2', vendor: 'intel', memory: [96] },
  gaudi3: { name: 'Gaudi3', vendor: 'intel', memory: [128] },
  n150: { name: 'n150', vendor: 'tenstorrent', memory: [12] },
  n300: { name: 'n300', vendor: 'tenstorrent', memory: [24] },
  'tt-galaxy-wh': { name: 'tt-galaxy-wh', vendor: 'tenstorrent', memory: [12] },
  p100a: { name: 'p100a', vendor: 'tenstorrent', memory: [28] },
  p150: { name: 'p150', vendor: 'tenstorrent', memory: [32] },
  p300: { name: 'p300', vendor: 'tenstorrent', memory: [32, 64] },
  'tt-galaxy-bh': { name: 'tt-galaxy-bh', vendor: 'tenstorrent', memory: [32] },
};

/** The sizes of each generation of TPUs that fit on one host: `v5litepod` with 8 is `v5litepod-8`. */
export const TPUS: Readonly<Record<string, readonly number[]>> = {
  v2: [8],
  v3: [8],
  v4: [],
  v5p: [8],
  v5litepod: [1, 4, 8],
  v6e: [1, 4, 8],
};
