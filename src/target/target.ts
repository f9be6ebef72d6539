export type {Target} from '../model/target.ts';
