import { EditorState, type Extension } from '@codemirror/state';
import type { Locale } from '~/i18n/locales';

/** CodeMirror's own words: English in the library, Chinese here. */
const chinese = {
  '$ unchanged lines': '$ 行没有改动',
  'Control character': '控制字符',
  'current match': '当前匹配',
  Find: '查找',
  Replace: '替换为',
  all: '全部',
  'by word': '整词',
  close: '关闭',
  'match case': '区分大小写',
  next: '下一个',
  'on line': '所在行',
  previous: '上一个',
  regexp: '正则',
  replace: '替换',
  'replace all': '全部替换',
  'replaced $ matches': '替换了 $ 处',
  'replaced match on line $': '替换了第 $ 行的匹配',
  'Go to line': '跳到行',
  go: '跳转',
  Diagnostics: '问题',
  'No diagnostics': '没有问题',
};

export function editorPhrases(locale: Locale): Extension {
  return locale === 'zh-CN' ? EditorState.phrases.of(chinese) : [];
}
