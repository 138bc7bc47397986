#include "platform/positioning/nmea_sentence.h"
#include "tests/platform/nmea_lines.h"
#include "tests/support/catch.h"

using namespace tashilgar;
using platform::NmeaSentence;
using tests::nmea;

TEST_CASE("a sentence with a right checksum is split into its fields", "[platform]")
{
    const std::string line = nmea("GNGGA,053500.00,3419.3140,N,04704.3740,E,1,09,0.9,1350.0,M,,M,,");
    const auto sentence = NmeaSentence::parse(line);
    REQUIRE(sentence);
    CHECK(sentence->type == "GGA");
    CHECK(sentence->time() == "053500.00");
    CHECK(sentence->fields.at(1) == "3419.3140");
}

TEST_CASE("a sentence whose checksum is wrong, cut or missing is none", "[platform]")
{
    std::string line = nmea("GNGGA,053500.00,3419.3140,N,04704.3740,E,1,09,0.9,1350.0,M,,M,,");
    line[10] = '9';
    CHECK_FALSE(NmeaSentence::parse(line));
    CHECK_FALSE(NmeaSentence::parse("$GNGGA,053500.00,3419.3140,N"));
    CHECK_FALSE(NmeaSentence::parse("$GNGGA,1*"));
    CHECK_FALSE(NmeaSentence::parse("$GNGGA,1*ZZ"));
    CHECK_FALSE(NmeaSentence::parse("*00"));
    CHECK_FALSE(NmeaSentence::parse("$*00"));
    CHECK_FALSE(NmeaSentence::parse(""));
    CHECK_FALSE(NmeaSentence::parse(nmea("PMTK001,604,3")));
}

TEST_CASE("accuracy is the radius of GST's errors north and east", "[platform]")
{
    CHECK(NmeaSentence::parse(nmea("GPGST,053500.00,9.9,,,,3.0,4.0,7.0"))->accuracyMetres() == Approx(5.0));
    CHECK_FALSE(NmeaSentence::parse(nmea("GPGST,053500.00,9.9,,,,,,"))->accuracyMetres());
}

TEST_CASE("without GST accuracy is HDOP times the stated range error", "[platform]")
{
    const auto gga = nmea("GPGGA,053500.00,3419.3140,N,04704.3740,E,1,09,2.0,1350.0,M,,M,,");
    const auto gsa = nmea("GPGSA,A,3,04,05,,09,12,,,24,,,,,2.5,1.3,2.1");
    const auto unknown = nmea("GPGGA,053500.00,,,,,0,00,99.9,,M,,M,,");
    CHECK(NmeaSentence::parse(gga)->accuracyMetres() == Approx(10.2));
    CHECK(NmeaSentence::parse(gsa)->accuracyMetres() == Approx(1.3 * platform::kRangeErrorMetres));
    CHECK_FALSE(NmeaSentence::parse(unknown)->accuracyMetres());
}
