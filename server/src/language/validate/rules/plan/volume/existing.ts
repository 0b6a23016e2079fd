import type { View } from '../../view';

/** The property with which an existing volume is registered. Mirrors `external_volume_id` of core/models/volumes.py. */
export function idKey(volume: View): string {
  return volume.text('backend') === 'kubernetes' ? 'claim_name' : 'volume_id';
}
