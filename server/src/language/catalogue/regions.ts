// Written by tools/catalogue.py from dstack 0.22.5 and gpuhunt 0.1.34. Do not edit.

/**
 * The regions of each backend of which the packages have a list. Those that are missing here are asked over the
 * network (lambda, runpod, vultr and so on) or have none (kubernetes, slurm).
 */
export const REGIONS: Readonly<Record<string, readonly string[]>> = {
  aws: ['ap-southeast-1', 'ca-central-1', 'eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'],
  azure: ['brazilsouth', 'canadacentral', 'centralus', 'eastasia', 'eastus', 'eastus2', 'francecentral', 'germanywestcentral', 'northeurope', 'southcentralus', 'southeastasia', 'swedencentral', 'uksouth', 'westeurope', 'westus2', 'westus3'],
  daytona: ['earth'],
  gcp: ['asia-east1', 'asia-east2', 'asia-northeast1', 'asia-northeast2', 'asia-northeast3', 'asia-south1', 'asia-south2', 'asia-southeast1', 'asia-southeast2', 'australia-southeast1', 'australia-southeast2', 'europe-central2', 'europe-north1', 'europe-southwest1', 'europe-west1', 'europe-west2', 'europe-west3', 'europe-west4', 'europe-west6', 'europe-west8', 'europe-west9', 'me-west1', 'northamerica-northeast1', 'northamerica-northeast2', 'southamerica-east1', 'southamerica-west1', 'us-central1', 'us-east1', 'us-east4', 'us-east5', 'us-south1', 'us-west1', 'us-west2', 'us-west3', 'us-west4'],
  hotaisle: ['us-michigan-1'],
  jarvislabs: ['europe-01', 'india-01', 'india-chennai-01', 'india-noida-01'],
  nebius: ['eu-north1', 'eu-north2', 'eu-west1', 'me-west1', 'uk-south1', 'us-central1'],
  oci: ['eu-frankfurt-1', 'eu-milan-1', 'me-dubai-1', 'uk-london-1', 'us-ashburn-1', 'us-chicago-1', 'us-phoenix-1'],
};

/** Some availability zones: for each continent the zone of GCP that dstack prefers. There is no complete list. */
export const AVAILABILITY_ZONES: Readonly<Record<string, readonly string[]>> = {
  gcp: ['asia-southeast1-b', 'australia-southeast1-c', 'europe-west4-a', 'me-west1-b', 'southamerica-east1-b', 'us-west1-b'],
};
