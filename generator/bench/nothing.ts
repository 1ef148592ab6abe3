/** What starting a process costs. */
export {};
