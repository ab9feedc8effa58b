// Joining the spellings of names, natively.
import { cargoBench } from './measure.mjs';

cargoBench('link');
