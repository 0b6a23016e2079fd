// Written by tools/catalogue.py from dstack 0.22.5 and gpuhunt 0.1.34. Do not edit.

/**
 * Some instance types with GPUs of some backends: those that the packages mention, for they have no list. dstack asks
 * the clouds.
 */
export const INSTANCE_TYPES: Readonly<Record<string, readonly string[]>> = {
  aws: ['p4de.24xlarge', 'p5.48xlarge'],
  gcp: ['a2-ultragpu-1g', 'a2-ultragpu-2g', 'a2-ultragpu-4g', 'a2-ultragpu-8g', 'a3-edgegpu-8g', 'a3-highgpu-8g', 'a3-megagpu-8g', 'a4-highgpu-8g', 'g4-standard-12', 'g4-standard-24', 'g4-standard-6'],
  oci: ['BM.GPU.B300.8', 'BM.GPU.GB200.4', 'BM.GPU.GB300.4', 'BM.GPU.RTXPRO.8'],
  vultr: ['vbm-112c-2048gb-8-a100-gpu', 'vbm-112c-2048gb-8-h100-gpu', 'vbm-256c-2048gb-8-mi300x-gpu', 'vbm-256c-3072gb-8-b200-gpu', 'vbm-256c-3072gb-8-mi325x-gpu', 'vbm-256c-3072gb-8-mi355x-gpu', 'vbm-48c-1024gb-4-a100-gpu', 'vbm-64c-2048gb-8-l40-gpu', 'vbm-72c-480gb-gh200-gpu', 'vcg-a100-12c-120g-80vram', 'vcg-a100-96c-960g-640vram', 'vcg-a16-6c-64g-16vram', 'vcg-a16-96c-878g-256vram', 'vcg-a16-96c-960g-256vram', 'vcg-a40-24c-120g-48vram', 'vcg-a40-96c-480g-192vram', 'vcg-b200-248c-2826g-1536vram', 'vcg-h100-216c-1914gb-640vram', 'vcg-mi325x-252c-2872g-1536vram', 'vcg-mi355x-252c-2872g-2304vram'],
};

/** The default instance types of gateways. On Azure, the type cannot be chosen. */
export const GATEWAY_INSTANCE_TYPES: Readonly<Record<string, readonly string[]>> = {
  aws: ['t3.micro'],
  gcp: ['e2-medium'],
};
