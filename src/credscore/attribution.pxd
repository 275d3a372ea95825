# The C types of attribution.py. They change its speed, never its results.
cimport cython

@cython.locals(sentence=Py_ssize_t, begin=Py_ssize_t, stop=Py_ssize_t, alone=cython.bint)
cpdef tuple find_attributions(str tape, text, list cues, lexicon)
