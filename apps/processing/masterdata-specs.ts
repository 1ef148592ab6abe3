// What the job sends to Druid for each dataset, put together from two texts. It writes names over the words in capitals,
// and adds the interval and that what is there is replaced.

const time = 'obsrv_meta.syncts';

/** Where the rows are: files that the job wrote just before. */
export const inputSpec = {
  spec: {
    ioConfig: {
      type: 'index_parallel',
      inputSource: { type: 'INPUT_SOURCE_TYPE', objectGlob: '**.json.gz', prefixes: ['FILE_PATH'] },
      inputFormat: {
        type: 'json',
        flattenSpec: {
          useFieldDiscovery: true,
          fields: [{ type: 'path', name: time, expr: `$.${time}` }],
        },
      },
    },
  },
};

/** What becomes of them: a row each, as it is, at the time of the run. */
export const taskSpec = {
  type: 'index_parallel',
  spec: {
    dataSchema: {
      dataSource: 'DATASOURCE_REF',
      timestampSpec: { column: time, format: 'auto' },
      dimensionsSpec: { dimensions: [], dimensionExclusions: ['__time', time] },
      granularitySpec: { type: 'uniform', queryGranularity: 'none', rollup: false },
    },
    ioConfig: { type: 'index_parallel' },
    tuningConfig: { type: 'index_parallel', maxRowsInMemory: 500_000, logParseExceptions: true },
  },
};
