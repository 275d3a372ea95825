# The C types of _names.py. They change its speed, never its results.
cimport cython

cdef double _LOCATIVE

@cython.final
cdef class Name:
    cdef Py_ssize_t mentions, places, plural, titled, persons, bodies, owners, full, given, alone
    cdef Py_ssize_t reported, article, paired, quoted

    @cython.locals(persons=Py_ssize_t, bodies=Py_ssize_t)
    cdef str kind(self, bint plural_form, bint introduced)

@cython.locals(name=Name)
cpdef Name new_name(Py_ssize_t article)
