using System.Collections.Frozen;

namespace Anfragen.Domain.Search;

/// <summary>
/// Words that mean nearly the same in a city's affairs: one council group asks about the "Kindergarten", the next about "Kitas". Used where
/// likeness is looked for, never where somebody searches for a word.
/// </summary>
public static class CityWords
{
    private static readonly FrozenDictionary<string, string[]> Groups = Read(
        """
        Kita Kindertagesstätte Kindergarten Kinderbetreuung Krippe Betreuungsplatz
        ÖPNV Nahverkehr Bus Straßenbahn Tram Verkehrsgesellschaft
        Fahrrad Rad Radverkehr Radfahrer
        Auto Pkw Kraftfahrzeug Kfz Fahrzeug
        Müll Abfall Sperrmüll Unrat
        wild illegal
        obdachlos wohnungslos Obdachlosigkeit Wohnungslosigkeit Notunterkunft Kältehilfe
        Senioren Seniorinnen ältere alte
        Hitze heiß Hitzeschutz Sommer Trockenheit
        Trinkbrunnen Trinkwasserspender Trinkwasserbrunnen
        barrierefrei Barrierefreiheit Rollstuhl Behinderung stufenlos
        Schulweg Elterntaxi Schulwegsicherung
        Zebrastreifen Fußgängerüberweg Querung Überweg
        Unfall Verkehrssicherheit Gefahr gefährlich
        Lärm laut Ruhestörung Lärmbelastung
        Nacht nächtlich
        Anwohner Bewohner Nachbarschaft
        Parkplatz Stellplatz Parkdruck
        Gebühr Beitrag Entgelt teuer Preis
        Kosten Ausgaben zahlen Geld Mittel
        Fördermittel Zuschuss Förderung Förderprogramm
        Photovoltaik Solar Solaranlage Solarstrom
        Baum Baumfällung Straßenbaum
        gefällt fällen Verlust verloren
        Schwimmbad Hallenbad Freibad Bad Schwimmunterricht
        sanieren Sanierung Umbau umbauen renovieren Instandsetzung
        geschlossen Schließung
        Leerstand leer ungenutzt unbesetzt untergenutzt
        Laden Geschäft Ladenlokal Einzelhandel Gewerbe Schaufenster
        Innenstadt Zentrum Fußgängerzone City
        Miete Mietwohnung Mietpreisbindung Sozialbindung Sozialwohnung
        Wohnung Wohnraum Wohnbebauung Wohnungsbau
        Grundstück Bauland Fläche
        städtisch kommunal
        Bauantrag Baugenehmigung Genehmigung
        Bauamt Bauaufsicht
        Personal Stelle Beschäftigte Mitarbeiter Sachbearbeiter Fachkraft
        Krankenstand Krankheitstage
        Kriminalität Straftat Sicherheit
        Kamera Videoüberwachung Überwachung
        Bahnhof Hauptbahnhof Bahnhofsvorplatz
        Bußgeld Strafe bestrafen Täter Verursacher
        Toilette Klo WC
        Sauberkeit Hygiene Reinigung schmutzig reinigen
        Beschwerde Klage
        Mensa Mittagessen Schulessen
        Provisorium Übergangslösung Container Interim
        Pestizid Pflanzenschutzmittel Glyphosat
        Landwirtschaft Acker Hof Bauer Landwirt
        ökologisch bio naturnah
        Drohne Fluggerät
        erlaubt dürfen Erlaubnis zulässig
        Ausländerbehörde Ausländeramt Ausländerstelle
        Aufenthaltserlaubnis Aufenthaltstitel
        Flüchtling Geflüchtete Migrant Asyl
        Verspätung Ausfall unpünktlich unzuverlässig
        Digitalisierung digital Tablet Internet WLAN Glasfaser
        Klassenraum Klassenzimmer Unterrichtsraum
        Wartezeit Bearbeitungsdauer Warteliste
        Polizei Ordnungsamt Vollzugsdienst
        Ampel Lichtsignalanlage Lichtzeichenanlage
        Gehweg Bürgersteig Gehsteig Fußweg
        Straßenbeleuchtung Laterne Straßenlampe
        Hochwasser Starkregen Überschwemmung Überflutung
        Klimaschutz Klimawandel Treibhausgas Emission
        Feuerwehr Brandschutz
        Spielplatz Spielgerät
        Sporthalle Turnhalle
        Bürgerbüro Bürgeramt Meldeamt
        Bürgerbeteiligung Einwohnerbeteiligung Beteiligung
        Haushalt Etat Finanzen
        Grünfläche Park Grünanlage
        """);

    /// <summary>The stems of what means nearly the same as a stem; empty for most.</summary>
    public static IReadOnlyList<string> Like(string stem) => Groups.GetValueOrDefault(stem) ?? [];

    private static FrozenDictionary<string, string[]> Read(string lines)
    {
        var like = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var stems = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => GermanWords.Stem(GermanWords.Spellings(word)[0])).ToList();
            foreach (var stem in stems)
            {
                if (!like.TryGetValue(stem, out var others)) like.Add(stem, others = []);
                others.UnionWith(stems.Where(other => other != stem));
            }
        }

        return like.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }
}
