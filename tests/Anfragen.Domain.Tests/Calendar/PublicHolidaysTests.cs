using Anfragen.Domain.Calendar;
using static Anfragen.Domain.Calendar.Land;

namespace Anfragen.Domain.Tests.Calendar;

public class PublicHolidaysTests
{
    private static readonly Land[] All = Enum.GetValues<Land>();

    [Theory]
    [InlineData(1990, "15.04.1990")]
    [InlineData(2000, "23.04.2000")]
    [InlineData(2008, "23.03.2008")]
    [InlineData(2011, "24.04.2011")]
    [InlineData(2019, "21.04.2019")]
    [InlineData(2024, "31.03.2024")]
    [InlineData(2025, "20.04.2025")]
    [InlineData(2026, "05.04.2026")]
    [InlineData(2038, "25.04.2038")]
    [InlineData(2049, "18.04.2049")]
    [InlineData(2076, "19.04.2076")]
    [InlineData(2100, "28.03.2100")]
    public void Easter_is_where_the_almanacs_have_it(int year, string day) =>
        Assert.Equal(day, PublicHolidays.Easter(year).ToString("dd.MM.yyyy"));

    // Counted without Easter Sunday and Whit Sunday, which Brandenburg's law names as well.
    [Theory]
    [InlineData(BW, 12)]
    [InlineData(BY, 12)]
    [InlineData(BE, 10)]
    [InlineData(BB, 12)]
    [InlineData(HB, 10)]
    [InlineData(HH, 10)]
    [InlineData(HE, 10)]
    [InlineData(MV, 11)]
    [InlineData(NI, 10)]
    [InlineData(NW, 11)]
    [InlineData(RP, 11)]
    [InlineData(SL, 12)]
    [InlineData(SN, 11)]
    [InlineData(ST, 11)]
    [InlineData(SH, 10)]
    [InlineData(TH, 11)]
    public void Every_Land_has_as_many_as_its_law_lists_in_2026(Land land, int count) =>
        Assert.Equal(count, PublicHolidays.Of(land, 2026).Count);

    [Fact]
    public void Rheinland_Pfalz_in_2025_is_the_list_of_its_ministry() => Assert.Equal(
        [
            "01.01. Neujahr", "18.04. Karfreitag", "21.04. Ostermontag", "01.05. Tag der Arbeit", "29.05. Christi Himmelfahrt", "09.06. Pfingstmontag",
            "19.06. Fronleichnam", "03.10. Tag der Deutschen Einheit", "01.11. Allerheiligen", "25.12. Erster Weihnachtstag", "26.12. Zweiter Weihnachtstag",
        ],
        PublicHolidays.Of(RP, 2025).Select(holiday => $"{holiday.Day:dd.MM.} {holiday.Name}"));

    [Fact]
    public void Brandenburg_in_2024_counts_Easter_and_Whit_Sunday() => Assert.Equal(
        ["01.01.", "29.03.", "31.03.", "01.04.", "01.05.", "09.05.", "19.05.", "20.05.", "03.10.", "31.10.", "25.12.", "26.12."],
        PublicHolidays.Of(BB, 2024).Select(holiday => holiday.Day.ToString("dd.MM.")));

    [Theory]
    [InlineData(1994, "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH")]
    [InlineData(1995, "SN")]
    [InlineData(2026, "SN")]
    public void The_day_of_repentance_was_given_up_everywhere_but_in_Saxony(int year, string where) =>
        Assert.Equal(where, Where(year, "Buß- und Bettag"));

    [Theory]
    [InlineData(1994, "16.11.1994")]
    [InlineData(2022, "16.11.2022")]
    [InlineData(2023, "22.11.2023")]
    [InlineData(2025, "19.11.2025")]
    public void The_day_of_repentance_is_the_Wednesday_before_23_November(int year, string day) =>
        Assert.Equal(day, PublicHolidays.Of(SN, year).Single(holiday => holiday.Name == "Buß- und Bettag").Day.ToString("dd.MM.yyyy"));

    [Theory]
    [InlineData(2016, "BB MV SN ST TH")]
    [InlineData(2017, "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH")]
    [InlineData(2018, "BB HB HH MV NI SN ST SH TH")]
    public void Reformation_day_was_for_all_in_2017_and_in_the_north_from_then_on(int year, string where) =>
        Assert.Equal(where, Where(year, "Reformationstag"));

    [Theory]
    [InlineData(2018, "Internationaler Frauentag", "")]
    [InlineData(2019, "Internationaler Frauentag", "BE")]
    [InlineData(2022, "Internationaler Frauentag", "BE")]
    [InlineData(2023, "Internationaler Frauentag", "BE MV")]
    [InlineData(2018, "Weltkindertag", "")]
    [InlineData(2019, "Weltkindertag", "TH")]
    [InlineData(2020, "75. Jahrestag der Befreiung vom Nationalsozialismus", "BE")]
    [InlineData(2025, "80. Jahrestag der Befreiung vom Nationalsozialismus", "BE")]
    [InlineData(2026, "80. Jahrestag der Befreiung vom Nationalsozialismus", "")]
    [InlineData(2028, "75. Jahrestag des Aufstandes vom 17. Juni 1953", "BE")]
    [InlineData(2026, "Mariä Himmelfahrt", "SL")]
    [InlineData(2026, "Heilige Drei Könige", "BW BY ST")]
    [InlineData(2026, "Allerheiligen", "BW BY NW RP SL")]
    [InlineData(2026, "Fronleichnam", "BW BY HE NW RP SL")]
    public void A_day_is_a_holiday_where_and_since_the_law_says_so(int year, string name, string where) => Assert.Equal(where, Where(year, name));

    [Fact]
    public void Every_year_of_every_Land_is_sorted_and_names_no_day_twice_without_cause()
    {
        for (var year = PublicHolidays.FirstYear; year <= PublicHolidays.LastYear; year++)
        {
            foreach (var land in All)
            {
                var holidays = PublicHolidays.Of(land, year);
                Assert.Equal(holidays.OrderBy(holiday => holiday.Day), holidays);
                Assert.All(holidays, holiday => Assert.Equal(year, holiday.Day.Year));
                // Ascension falls on the first of May now and then.
                Assert.True(holidays.Count - holidays.DistinctBy(holiday => holiday.Day).Count() <= 1);
            }
        }

        Assert.Equal(new DateOnly(2008, 5, 1), PublicHolidays.Of(RP, 2008).Single(holiday => holiday.Name == "Christi Himmelfahrt").Day);
    }

    [Theory]
    [InlineData(1989)]
    [InlineData(2101)]
    public void Other_years_are_refused(int year) => Assert.Throws<ArgumentOutOfRangeException>(() => PublicHolidays.Of(RP, year));

    private static string Where(int year, string name) =>
        string.Join(' ', All.Where(land => PublicHolidays.Of(land, year).Any(holiday => holiday.Name == name)));
}
