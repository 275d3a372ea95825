# The C types of attribution.py. They change its speed, never its results.
cimport cython

@cython.locals(sentence=Py_ssize_t, begin=Py_ssize_t, stop=Py_ssize_t, last=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, bounds=list)
cpdef tuple find_attributions(str tape, text, list cues, lexicon)
