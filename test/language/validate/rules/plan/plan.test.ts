import { testPlanRules } from '../../../../support/check/rules';
import { fleet } from './fleet';
import { gateway } from './gateway';
import { interpolation } from './interpolation';
import { preset } from './preset';
import { resources } from './resources';
import { run } from './run';
import { service } from './service';
import { volume } from './volume';

// All in one, because the server takes its time to load.
testPlanRules({ fleet, gateway, interpolation, preset, resources, run, service, volume });
