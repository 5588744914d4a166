import { defineMessages } from '@/lib/i18n/messages';

export const messages = defineMessages(
  {
    loading: 'Loading…',
    loadMore: 'Load more',
    copy: 'Copy',
    copyNamed: 'Copy {name}',
    copied: 'Copied',
    copyFailed: 'Copying was refused: select the text instead',
    tryAgain: 'Try again',
    requestId: 'Request {id}',
    optional: 'optional',
  },
  {
    loading: 'Đang tải…',
    loadMore: 'Tải thêm',
    copy: 'Sao chép',
    copyNamed: 'Sao chép {name}',
    copied: 'Đã sao chép',
    copyFailed: 'Trình duyệt không cho sao chép: hãy tự chọn văn bản',
    tryAgain: 'Thử lại',
    requestId: 'Yêu cầu {id}',
    optional: 'không bắt buộc',
  },
);
