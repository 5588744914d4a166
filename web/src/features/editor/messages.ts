import { defineMessages } from '@/lib/i18n/messages';

export const messages = defineMessages(
  {
    code: 'Your code in {language}',
    keys: 'Tab indents. To leave the editor by keyboard, press Escape, then Tab. Control and Enter runs, Control, Shift and Enter submits.',
    keysShort: 'Esc, then Tab leaves the editor',
    language: 'Programming language',
    reset: 'Start over',
    resetTitle: 'Start over?',
    resetQuestion:
      'Your code for this language is replaced by the starting code. Undo in the editor (Ctrl+Z) brings it back.',
    resetConfirm: 'Replace my code',
    keep: 'Keep my code',
    saved: 'Draft kept on this device',
    notSaved: 'This browser keeps no drafts: copy your code before you leave',
  },
  {
    code: 'Mã nguồn {language} của bạn',
    keys: 'Phím Tab thụt dòng. Để rời khung soạn thảo bằng bàn phím, nhấn Escape rồi Tab. Control và Enter để chạy, Control, Shift và Enter để nộp.',
    keysShort: 'Esc rồi Tab để rời khung soạn thảo',
    language: 'Ngôn ngữ lập trình',
    reset: 'Làm lại từ đầu',
    resetTitle: 'Làm lại từ đầu?',
    resetQuestion:
      'Mã của bạn cho ngôn ngữ này sẽ được thay bằng mã ban đầu. Có thể hoàn tác trong khung soạn thảo (Ctrl+Z).',
    resetConfirm: 'Thay mã của tôi',
    keep: 'Giữ mã của tôi',
    saved: 'Bản nháp được giữ trên thiết bị này',
    notSaved: 'Trình duyệt này không giữ bản nháp: hãy sao chép mã trước khi rời trang',
  },
);
