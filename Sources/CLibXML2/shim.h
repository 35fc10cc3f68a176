#pragma once
// Debian builds libxml2 with ICU, whose types would clash with those of Foundation's own ICU in any file
// that sees both. None of what is used here touches them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>
#include <libxml/tree.h>
