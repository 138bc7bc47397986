#pragma once

#include "app/base/error.h"

#include <QString>

namespace tashilgar::viewmodels {

/// What a person reads when the app cannot start, in the interface language.
struct StartTrouble {
    QString happened;
    QString safe; ///< whether the data is
    QString toDo;
};
StartTrouble startTroubleOf(const base::Error& error);

} // namespace tashilgar::viewmodels
