#include "app/viewmodels/trace_model.h"
#include "app/viewmodels/display_text.h"
#include "app/viewmodels/trace_recorder.h"
#include "tests/support/catch.h"
#include "tests/support/qt_application.h"
#include "tests/support/world.h"

using namespace tashilgar;
using viewmodels::PositionController;
using viewmodels::TraceModel;
using viewmodels::TraceRecorder;

namespace {

platform::Fix fixAt(double latitude, double accuracy, base::Instant at)
{
    platform::Fix fix;
    fix.latitude = latitude;
    fix.longitude = 47.09;
    fix.altitudeMetres = 1350;
    fix.accuracyMetres = accuracy;
    fix.time = at;
    return fix;
}

void english()
{
    tests::qtApplication();
    viewmodels::DisplayText::instance().setLanguage(QStringLiteral("en"));
}

} // namespace

TEST_CASE("a line grows point by point, and each change is taken back in turn", "[viewmodels][trace]")
{
    english();
    TraceModel trace;
    CHECK_FALSE(trace.canUndo());
    trace.setValue(trace.with(34.0, 47.0));
    CHECK(trace.trouble() == "A line needs one more point.");
    trace.setValue(trace.withFix(QStringLiteral("34.0010000 47.0000000 1350.0 4.2")));
    CHECK(trace.value() == u"34.0000000 47.0000000 0.0 0.0; 34.0010000 47.0000000 1350.0 4.2");
    CHECK(trace.lengthText() == "110 m");
    CHECK(trace.trouble().isEmpty());
    CHECK(trace.rows()[1].accuracy == "4 m");
    CHECK(trace.rows()[0].accuracy.isEmpty());
    trace.setValue(trace.moved(0, 34.002, 47.0));
    trace.setValue(trace.without(1));
    CHECK(trace.count() == 1);
    trace.setValue(trace.undone());
    CHECK(trace.count() == 2);
    trace.setValue(trace.undone());
    CHECK(trace.rows()[0].latitude == 34.0);
    trace.setValue(trace.undone());
    trace.setValue(trace.undone());
    CHECK(trace.value().isEmpty());
    CHECK_FALSE(trace.canUndo()); // taking back is not taken back
    CHECK(trace.withFix(QStringLiteral("nowhere")).isEmpty());
}

TEST_CASE("a line that was left goes on, and its last point is taken back first", "[viewmodels][trace]")
{
    english();
    TraceModel trace;
    trace.setValue(QStringLiteral("34.0 47.0 0 0;34.001 47.0 0 0;34.002 47.0 0 0"));
    CHECK(trace.count() == 3);
    REQUIRE(trace.canUndo());
    trace.setValue(trace.undone());
    CHECK(trace.count() == 2);
    trace.setValue(trace.undone());
    CHECK(trace.count() == 1);
}

TEST_CASE("a shape closes at its first corner, has an area, and says when its sides cross", "[viewmodels][trace]")
{
    english();
    TraceModel trace;
    trace.setClosed(true);
    trace.setValue(trace.with(34.3, 47.0));
    CHECK(trace.trouble() == "An area needs two more corners.");
    trace.setValue(trace.with(34.3008993, 47.0));
    trace.setValue(trace.with(34.3008993, 47.0010886));
    CHECK(trace.value().endsWith(QStringLiteral("; 34.3000000 47.0000000 0.0 0.0")));
    CHECK(trace.count() == 3);
    trace.setValue(trace.with(34.3, 47.0010886));
    CHECK(trace.count() == 4);
    CHECK(trace.areaText() == QString::fromUtf8("9,999 m²")); // a hundred metres each way
    CHECK(trace.trouble().isEmpty());
    trace.setValue(trace.moved(3, 34.302, 47.0005));
    CHECK(trace.trouble() == "Two sides of this area cross. Move a corner, or take one back.");
    trace.setValue(trace.without(3));
    CHECK(trace.areaText() == QString::fromUtf8("5,000 m²"));
    trace.setValue(QStringLiteral("34.30 47.00 0 0;34.31 47.00 0 0;34.31 47.01 0 0;34.30 47.00 0 0"));
    CHECK(trace.areaText().endsWith(QStringLiteral(" hectares")));
}

TEST_CASE("while a person walks a point is taken at each turn, once it is exact enough", "[viewmodels][trace]")
{
    english();
    tests::FakeClock clock;
    int asked = 0;
    PositionController position([&asked](bool wanted) { asked += wanted ? 1 : -1; }, clock);
    TraceRecorder recorder;
    recorder.setPosition(&position);
    recorder.setLimit(10);
    QStringList taken;
    QObject::connect(&recorder, &TraceRecorder::taken, [&taken](const QString& fix) { taken << fix; });
    recorder.start();
    CHECK(asked == 1);
    CHECK(recorder.sentence() == "Waiting for a reading within 10 m; keep walking slowly.");
    position.feed(fixAt(34.1, 25, clock.now()));
    CHECK(taken.isEmpty());
    position.feed(fixAt(34.2, 6, clock.now()));
    REQUIRE(taken.size() == 1);
    CHECK(taken[0].startsWith(QStringLiteral("34.2000000"))); // as it is now, not the mean of the way
    position.feed(fixAt(34.3, 4, clock.now()));
    CHECK(taken.size() == 1); // not before the next turn
    recorder.turn();
    CHECK(taken.size() == 2);
    recorder.stop();
    CHECK(asked == 0);
    recorder.turn();
    position.feed(fixAt(34.4, 4, clock.now()));
    CHECK(taken.size() == 2);
}
