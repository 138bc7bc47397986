#pragma once

#include "app/forms/form.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/fill_controller.h"
#include "tests/support/qt_application.h"
#include "tests/support/temporary_store.h"

#include <memory>
#include <string>

namespace tashilgar::tests {

/// A store with one form, and the controller over it, in English.
struct Desk {
    explicit Desk(const std::string& xml)
    {
        qtApplication();
        viewmodels::DisplayText::instance().setLanguage(QStringLiteral("en"));
        viewmodels::DisplayText::instance().setZone(*base::Zone::named("Asia/Tehran"));
        const auto document = store->attachments().add(base::bytesOf(xml));
        REQUIRE(document);
        forms::Diagnostics diagnostics;
        const auto form = forms::Form::load(xml, diagnostics);
        REQUIRE(form);
        REQUIRE(store->forms().install({(*form)->version(), (*form)->title(), document->sha256, document->size, {}}));
        id = QString::fromStdString((*form)->version().form.value());
        fieldwork::Surroundings surroundings;
        surroundings.store = &*store;
        surroundings.files = &store.files;
        surroundings.clock = &store.clock;
        surroundings.random = &store.random;
        surroundings.zone = *base::Zone::named("Asia/Tehran");
        library = std::make_unique<fieldwork::FormLibrary>(surroundings);
        fill = std::make_unique<viewmodels::FillController>(*library);
    }

    /// As if the battery had died: nothing is closed. The reply is the draft that is left.
    QString die()
    {
        fill = std::make_unique<viewmodels::FillController>(*library);
        const auto drafts = store->drafts().list();
        REQUIRE(drafts);
        REQUIRE(drafts->size() == 1);
        return QString::fromStdString(drafts->front().id.value());
    }

    TemporaryStore store;
    QString id;
    std::unique_ptr<fieldwork::FormLibrary> library;
    std::unique_ptr<viewmodels::FillController> fill;
};

} // namespace tashilgar::tests
