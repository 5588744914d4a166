#ifdef __cplusplus
extern "C"
#endif
int next_number(int number);
