import { defineMessages } from '@/lib/i18n/messages';

export const messages = defineMessages(
  {
    loading: 'Loading…',
    loadMore: 'Load more',
    copy: 'Copy',
    copyNamed: 'Copy {name}',
    copied: 'Copied',
    copyFailed: 'Copying failed. Select the text and copy it yourself.',
    tryAgain: 'Try again',
    requestId: 'Request ID: {id}',
    optional: 'optional',
    warning: 'Warning:',
    downloadPdf: 'Download the PDF',
    pdfFailed: 'The PDF could not be loaded.',
    fileFailed: 'The file could not be loaded.',
  },
  {
    loading: 'Đang tải…',
    loadMore: 'Tải thêm',
    copy: 'Sao chép',
    copyNamed: 'Sao chép {name}',
    copied: 'Đã sao chép',
    copyFailed: 'Không sao chép được. Hãy tự chọn văn bản rồi sao chép.',
    tryAgain: 'Thử lại',
    requestId: 'Mã yêu cầu: {id}',
    optional: 'không bắt buộc',
    warning: 'Cảnh báo:',
    downloadPdf: 'Tải tệp PDF về máy',
    pdfFailed: 'Không tải được tệp PDF.',
    fileFailed: 'Không tải được tệp này.',
  },
);
