export const oldName = 'web-2';
