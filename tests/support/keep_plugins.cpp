/// Linked into what the address sanitizer watches: a plugin that Qt unloads takes with it the pointers to what it holds, and
/// the sanitizer then calls that lost.
extern "C" __attribute__((visibility("default"))) int dlclose(void*) { return 0; }
