import { layers } from '../definition/layer.ts';
import type { Question } from './question.ts';

const charts = ['first-party', 'upstream'];
const own = { flag: 'chart', is: ['first-party'] };
const others = { flag: 'chart', is: ['upstream'] };
const none = (): readonly string[] => [];

/** What is asked about a new app. */
export const appQuestions: readonly Question[] = [
  { flag: 'description', value: 'TEXT', what: 'what it does for the platform, in one line' },
  { flag: 'layer', value: 'LAYER', what: `when it comes up: ${layers.join(', ')}`, choices: layers },
  {
    flag: 'chart',
    value: 'KIND',
    what: 'what runs it: first-party (a program of yours, by the chart service) or upstream (charts/upstream.yaml)',
    choices: charts,
  },
  {
    flag: 'image',
    value: 'REFERENCE',
    what: 'image that it runs: registry/path:tag, or a key of images.yaml',
    when: own,
  },
  { flag: 'port', value: 'PORT', what: 'port that it serves HTTP on', when: own, otherwise: () => ['8080'] },
  {
    flag: 'health-path',
    value: 'PATH',
    what: 'where it says that it is well',
    when: own,
    otherwise: () => ['/health'],
  },
  {
    flag: 'metrics-path',
    value: 'PATH',
    what: 'where Prometheus reads its metrics',
    when: own,
    otherwise: () => ['/metrics'],
  },
  {
    flag: 'chart-key',
    value: 'KEY',
    what: 'its chart in charts/upstream.yaml, a new one or one that is there',
    when: others,
    otherwise: ({ name = [] }) => name,
  },
  {
    flag: 'repository',
    value: 'URL',
    what: 'where a new chart comes from: https://… or oci://…',
    when: others,
    otherwise: none,
  },
  {
    flag: 'chart-version',
    value: 'VERSION',
    what: 'exact version of a new chart',
    when: others,
    otherwise: none,
  },
  {
    flag: 'chart-image',
    value: 'REFERENCE',
    what: 'image that its chart runs: registry/path:tag, or a key of images.yaml',
    when: others,
    otherwise: none,
  },
  {
    flag: 'chart-name',
    value: 'NAME',
    what: 'what the repository calls a new chart; else its key',
    when: others,
    quiet: true,
    otherwise: ({ 'chart-key': key = [] }) => key,
  },
  {
    flag: 'user',
    value: 'UID',
    what: 'numeric user that its image is made for',
    quiet: true,
    otherwise: () => ['1000'],
  },
  {
    flag: 'namespace',
    value: 'NAME',
    what: 'its namespace; else its own name',
    quiet: true,
    otherwise: ({ name = [] }) => name,
  },
  {
    flag: 'depends-on',
    value: 'APP',
    what: 'an app that must be healthy first',
    many: true,
    quiet: true,
    otherwise: none,
  },
  {
    flag: 'uses',
    value: 'APP',
    what: 'an app that it talks to at run time',
    many: true,
    quiet: true,
    otherwise: none,
  },
];
