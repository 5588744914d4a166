import { defineMessages } from '@/lib/i18n/messages';

/** What is wrong with single fields, by the stable codes of the services. */
export const faultMessages = defineMessages(
  {
    required: 'This field is required.',
    password_too_short: 'Use at least 10 characters.',
    password_too_long: 'Use at most 128 characters.',
    password_common: 'This password is too easy to guess.',
    password_contains_name: 'Your password must not contain your user name or e-mail address.',
    current_password_wrong: 'This is not your current password.',
    second_factor_invalid: 'This code is wrong, too old or was used already.',
    registration_code_wrong: 'This is not the code.',
    registration_domain_refused: 'Use an address of the school or organisation.',
    username_taken: 'This user name is taken.',
    username_invalid:
      'Use 3 to 32 letters without accents, digits, dots, dashes or underscores; begin and end with a letter or digit.',
    username_reserved: 'This user name is reserved. Choose another one.',
    email_taken: 'This e-mail address is already registered.',
    email_invalid: 'This does not look like an e-mail address.',
    display_name_invalid: 'Use 1 to 80 visible characters.',
    username_duplicate: 'Another line has this user name.',
    email_duplicate: 'Another line has this e-mail address.',
    role_unknown: 'Use learner, author or admin.',
    locale_unknown: 'This language is not available.',
    time_zone_unknown: 'This time zone is not known.',
  },
  {
    required: 'Vui lòng điền mục này.',
    password_too_short: 'Hãy dùng ít nhất 10 ký tự.',
    password_too_long: 'Hãy dùng tối đa 128 ký tự.',
    password_common: 'Mật khẩu này quá dễ đoán.',
    password_contains_name: 'Mật khẩu không được chứa tên đăng nhập hoặc e-mail.',
    current_password_wrong: 'Mật khẩu hiện tại không đúng.',
    second_factor_invalid: 'Mã này sai, đã quá hạn hoặc đã được dùng.',
    registration_code_wrong: 'Mã này không đúng.',
    registration_domain_refused: 'Hãy dùng địa chỉ của trường hoặc tổ chức.',
    username_taken: 'Tên đăng nhập này đã có người dùng.',
    username_invalid:
      'Hãy dùng 3 đến 32 ký tự: chữ cái không dấu, chữ số, dấu chấm, gạch ngang hoặc gạch dưới; bắt đầu và kết thúc bằng chữ cái hoặc chữ số.',
    username_reserved: 'Tên đăng nhập này được dành riêng. Hãy chọn tên khác.',
    email_taken: 'Địa chỉ e-mail này đã được đăng ký.',
    email_invalid: 'Địa chỉ e-mail không hợp lệ.',
    display_name_invalid: 'Hãy dùng 1 đến 80 ký tự hiển thị được.',
    username_duplicate: 'Một dòng khác đã có tên đăng nhập này.',
    email_duplicate: 'Một dòng khác đã có địa chỉ e-mail này.',
    role_unknown: 'Hãy dùng learner, author hoặc admin.',
    locale_unknown: 'Ngôn ngữ này chưa được hỗ trợ.',
    time_zone_unknown: 'Không có múi giờ này.',
  },
);

/** Says how many fields to look at. */
export const faultSummary = defineMessages(
  {
    faulty: {
      one: 'Please correct the marked field.',
      other: 'Please correct the {count} marked fields.',
    },
  },
  {
    faulty: {
      one: 'Hãy sửa mục được đánh dấu.',
      other: 'Hãy sửa {count} mục được đánh dấu.',
    },
  },
);
