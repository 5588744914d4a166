import { defineMessages } from '@/lib/i18n/messages';

export const messages = defineMessages(
  {
    code: 'Your code in {language}',
    keys: 'Tab indents. To leave the editor, press Escape, then Tab. Control+Enter runs your code, Control+Shift+Enter submits it.',
    keysShort: 'Press Esc, then Tab to leave the editor',
    language: 'Programming language',
    reset: 'Start over',
    resetTitle: 'Start over?',
    resetQuestion:
      'This replaces your code in this language with the starter code. You can undo it in the editor (Ctrl+Z).',
    resetConfirm: 'Replace my code',
    keep: 'Keep my code',
    saved: 'Draft saved on this device',
    inAccount: 'and in your account',
    notInAccount: 'but not in your account',
    notSaved: 'This browser can’t save drafts. Copy your code before you leave.',
    twoVersions: 'There are two versions of your code.',
    twoVersionsText:
      'It was also changed somewhere else: in another tab or on another device. Both versions are kept until you choose one.',
    showOther: 'Show the other version',
    otherVersion: 'The other version, {language}',
    keepThis: 'Keep this version',
    takeOther: 'Use the other version',
  },
  {
    code: 'Bài làm của bạn bằng {language}',
    keys: 'Phím Tab để thụt dòng. Để rời khung soạn thảo, nhấn Escape rồi Tab. Control+Enter để chạy, Control+Shift+Enter để nộp bài.',
    keysShort: 'Nhấn Esc rồi Tab để rời khung soạn thảo',
    language: 'Ngôn ngữ lập trình',
    reset: 'Làm lại từ đầu',
    resetTitle: 'Làm lại từ đầu?',
    resetQuestion:
      'Bài làm của bạn bằng ngôn ngữ này sẽ được thay bằng mã cho sẵn ban đầu. Bạn có thể hoàn tác trong khung soạn thảo (Ctrl+Z).',
    resetConfirm: 'Thay bài làm',
    keep: 'Giữ bài làm',
    saved: 'Đã lưu bản nháp trên thiết bị này',
    inAccount: 'và trong tài khoản của bạn',
    notInAccount: 'nhưng chưa lưu được vào tài khoản',
    notSaved: 'Trình duyệt này không lưu được bản nháp. Hãy sao chép bài làm trước khi rời trang.',
    twoVersions: 'Bài làm của bạn đang có hai phiên bản.',
    twoVersionsText:
      'Bài làm cũng đã được sửa ở nơi khác: trong một thẻ khác hoặc trên một thiết bị khác. Cả hai phiên bản đều được giữ cho đến khi bạn chọn.',
    showOther: 'Xem phiên bản kia',
    otherVersion: 'Phiên bản kia, {language}',
    keepThis: 'Giữ phiên bản này',
    takeOther: 'Dùng phiên bản kia',
  },
);
