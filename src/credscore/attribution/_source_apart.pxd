# The C types of _source_apart.py. They change its speed, never its results.
cimport cython
from credscore.attribution._source_kind cimport Source, source_of
from credscore.attribution._source_phrases cimport SourcePhrases

cdef Py_ssize_t _WINDOW
cdef str _PREDICATES
cdef unsigned int ASPECT, GENERIC

cdef class SourcesApart(SourcePhrases):
    @cython.locals(end=Py_ssize_t)
    cdef Source _beyond_asides(self, Py_ssize_t at, Py_ssize_t stop)
    @cython.locals(near=Py_ssize_t, before=Py_ssize_t)
    cdef Source _of_infinitive(self, Py_ssize_t at, Py_ssize_t stop)
    cdef Source _of_relative(self, Py_ssize_t at, Py_ssize_t stop)
    @cython.locals(at=Py_ssize_t, end=Py_ssize_t)
    cdef Source _named_before(self, Source source, Py_ssize_t begin)
    @cython.locals(stop=Py_ssize_t, letters=str, source=Source, end=Py_ssize_t)
    cdef Source _of_sentence(self, Py_ssize_t begin, Py_ssize_t verb, str opening)
