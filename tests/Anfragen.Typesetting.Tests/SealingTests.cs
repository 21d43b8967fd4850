using System.Formats.Asn1;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Anfragen.Typesetting.Signing;
using Xunit.Abstractions;

namespace Anfragen.Typesetting.Tests;

public sealed class SealingTests(ITestOutputHelper output)
{
    private const string SigningTime = "1.2.840.113549.1.9.5";

    private static readonly SealDetails Details = new(TestCertificates.Day, "Stadt Musterstadt", "Antwort zur Anfrage Nr. 1435/2025", "Musterstadt");

    private static readonly Document Letter = Sample.Document(Sample.Heading(1, null, "Antwort"), Sample.Sentences(60), Sample.Signature);

    private static readonly byte[] Plain = TestFonts.Typesetter.Typeset(Letter).Pdf;

    private static readonly byte[] Reserved = TestFonts.Typesetter.Typeset(Letter with { SignatureFields = ["Siegel der Stadt", "Zweites Siegel"] }).Pdf;

    public static TheoryData<string> Keys => ["RSA", "P-256"];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_sealed_file_is_intact_and_covered_as_a_whole(string key)
    {
        byte[] pdf = await new PdfSealer(Certificate(key)).SealAsync(Reserved, Details);
        PdfSignature signature = Assert.Single(PdfSignatures.Verify(pdf));
        Assert.True(signature is { IsIntact: true, CoversWholeFile: true, NamesCertificate: true, VouchesForFile: true, Problem: null, ChangedAfter: LaterChange.None }, signature.ToString());
        Assert.Equal($"Stadt Musterstadt ({key})", signature.Signer);
        Assert.Equal("Stadt Musterstadt", signature.Name);
        Assert.Equal(TestCertificates.Day, signature.SignedAt);
        Assert.Null(signature.TimestampedAt);
        Assert.Equal(Certificate(key).Thumbprint, signature.Certificate!.Thumbprint);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Pdfsig_calls_it_valid_and_the_total_document_signed(string key)
    {
        byte[] pdf = await new PdfSealer(Certificate(key)).SealAsync(Reserved, Details);
        if (await ExternalTool.RunAsync(output, "pdfsig", pdf, "-nocert", "FILE") is { } text)
        {
            Assert.Contains("Signature Validation: Signature is Valid.", text);
            Assert.Contains("Total document signed", text);
            Assert.Contains("Signature Type: ETSI.CAdES.detached", text);
            Assert.Contains($"Signer Certificate Common Name: Stadt Musterstadt ({key})", text);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_seal_leaves_the_first_valid(bool fieldsReserved)
    {
        byte[] once = await new PdfSealer(TestCertificates.Rsa).SealAsync(fieldsReserved ? Reserved : Plain, Details);
        byte[] twice = await new PdfSealer(TestCertificates.Curve).SealAsync(once, Details with { SignedAt = TestCertificates.Day.AddDays(1) });
        byte[] thrice = await new PdfSealer(TestCertificates.Rsa).SealAsync(twice, Details);
        Assert.True(thrice.AsSpan().StartsWith(twice) && twice.AsSpan().StartsWith(once));
        Assert.Equal(
            [LaterChange.FurtherSignatures, LaterChange.FurtherSignatures, LaterChange.None],
            PdfSignatures.Verify(thrice).Select(signature => signature.ChangedAfter));
        Assert.All(PdfSignatures.Verify(thrice), signature => Assert.True(signature.VouchesForFile));
        await ExternalTool.RunAsync(output, "qpdf", thrice, "--check", "FILE");
        if (await ExternalTool.RunAsync(output, "pdfsig", twice, "-nocert", "FILE") is { } text)
        {
            Assert.Equal(2, Regex.Count(text, "Signature Validation: Signature is Valid."));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_field_is_tagged_and_stands_in_the_form(bool fieldsReserved)
    {
        byte[] pdf = fieldsReserved ? Reserved : Plain;
        for (int i = 0; i < 2; i++)
        {
            pdf = await new PdfSealer(TestCertificates.Curve).SealAsync(pdf, Details);
        }

        var parsed = new ParsedPdf(pdf);
        Assert.Equal(new ParsedPdf(Plain).Root.Text, parsed.Root.Text);
        Element[] elements = [.. parsed.Root.Elements.Where(element => element.Tag == "Form")];
        Assert.Equal(2, elements.Length);
        int[] fields = [.. elements.Select(element => ParsedPdf.Number(element.Dictionary, @"/OBJR/Obj (\d+)"))];
        string form = parsed.Object(ParsedPdf.Number(parsed.Catalog, @"/AcroForm (\d+)"));
        string tree = parsed.Object(ParsedPdf.Number(parsed.Catalog, @"/StructTreeRoot (\d+)"));
        string parents = parsed.Object(ParsedPdf.Number(tree, @"/ParentTree (\d+)"));
        Assert.Contains("/SigFlags 3", form);
        Assert.Equal(2, fields.Select(field => ParsedPdf.Number(parsed.Object(field), @"/StructParent (\d+)")).Distinct().Count());
        Assert.All(fields, field =>
        {
            string widget = parsed.Object(field);
            int key = ParsedPdf.Number(widget, @"/StructParent (\d+)"), page = ParsedPdf.Number(widget, @"/P (\d+) 0 R");
            Assert.Contains("/TU<FEFF", widget);
            Assert.Contains("/V ", widget);
            Assert.Contains($"{field} 0 R", form);
            Assert.Contains($"{field} 0 R", parsed.Object(page));
            Assert.Contains($"/Obj {field} 0 R", parsed.Object(ParsedPdf.Number(parents, $@"[\s\]]{key} (\d+) 0 R")));
            Assert.True(ParsedPdf.Number(tree, @"/ParentTreeNextKey (\d+)") > key);
        });
    }

    [Fact]
    public async Task One_changed_byte_is_found_wherever_it_is()
    {
        byte[] pdf = await new PdfSealer(TestCertificates.Curve).SealAsync(Reserved, Details);
        for (int position = 0; position < pdf.Length; position += 331)
        {
            byte[] changed = [.. pdf];
            changed[position] ^= 1;
            Assert.All(PdfSignatures.Verify(changed), signature => Assert.True(!signature.VouchesForFile || IsPadding(pdf, position), $"Byte {position}"));
        }

        byte[] other = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(pdf).Replace("/Producer(Anfragen)", "/Producer(anfragen)"));
        Assert.Equal("Die Datei wurde nach dem Unterschreiben verändert, oder die Signatur ist nicht gültig.", Assert.Single(PdfSignatures.Verify(other)).Problem);
        if (await ExternalTool.RunAsync(output, "pdfsig", other, "-nocert", "FILE") is { } text)
        {
            Assert.Contains("Digest Mismatch", text);
        }
    }

    [Fact]
    public async Task What_is_appended_without_a_signature_is_found()
    {
        byte[] pdf = await new PdfSealer(TestCertificates.Rsa).SealAsync(Plain, Details);
        Assert.Equal(LaterChange.Other, Assert.Single(PdfSignatures.Verify([.. pdf, .. "\n% more"u8])).ChangedAfter);
        Assert.False(Assert.Single(PdfSignatures.Verify([.. pdf, (byte)'\n'])).VouchesForFile);
    }

    [Theory]
    [InlineData(@"/Contents (\d+) 0 R")]
    [InlineData(@"/Title<FEFF\w+>")]
    [InlineData(@"/S/H1")]
    [InlineData(@"/Lang\(de-DE\)")]
    public async Task A_further_seal_does_not_hide_a_change_of_what_was_sealed(string pattern)
    {
        byte[] pdf = await new PdfSealer(TestCertificates.Rsa).SealAsync(Plain, Details);
        byte[] forged = await new PdfSealer(TestCertificates.Curve).SealAsync(Rewrite(pdf, pattern), Details);
        IReadOnlyList<PdfSignature> signatures = PdfSignatures.Verify(forged);
        Assert.Equal([true, true], signatures.Select(signature => signature.IsIntact));
        Assert.Equal([LaterChange.Other, LaterChange.None], signatures.Select(signature => signature.ChangedAfter));
        Assert.False(signatures[0].VouchesForFile);
    }

    [Fact]
    public async Task A_range_that_leaves_out_more_than_the_signature_is_refused()
    {
        byte[] pdf = await new PdfSealer(TestCertificates.Rsa).SealAsync(Plain, Details);
        string text = Encoding.Latin1.GetString(pdf);
        string moved = Regex.Replace(text, @"/ByteRange\[0 (\d+)", match => $"/ByteRange[0 {int.Parse(match.Groups[1].Value) - 1}");
        PdfSignature signature = Assert.Single(PdfSignatures.Verify(Encoding.Latin1.GetBytes(moved)));
        Assert.Equal("Die Signatur lässt mehr aus als sich selbst.", signature.Problem);
        Assert.False(signature.IsIntact);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task The_signature_is_what_PAdES_baseline_asks_for(string key)
    {
        byte[] pdf = await new PdfSealer(Certificate(key)).SealAsync(Plain, Details);
        string dictionary = Regex.Match(Encoding.Latin1.GetString(pdf), "<</Type/Sig/.*?/Contents<([0-9A-F]+)>>>").Value;
        Assert.Contains("/SubFilter/ETSI.CAdES.detached/M(D:20260302091500+01'00')", dictionary);
        SignedCms cms = Cms(pdf);
        SignerInfo signer = cms.SignerInfos[0];
        string[] attributes = [.. signer.SignedAttributes.Cast<System.Security.Cryptography.CryptographicAttributeObject>().Select(attribute => attribute.Oid.Value!)];
        Assert.Empty(cms.ContentInfo.Content);
        Assert.DoesNotContain(SigningTime, attributes);
        Assert.Contains(CadesSignature.SigningCertificateV2, attributes);
        Assert.Equal("2.16.840.1.101.3.4.2.1", signer.DigestAlgorithm.Value);
    }

    [Fact]
    public async Task Certificates_of_the_issuers_are_put_into_the_signature()
    {
        byte[] pdf = await new PdfSealer(TestCertificates.Rsa, [X509CertificateLoader.LoadCertificate(TestCertificates.Curve.RawData)]).SealAsync(Plain, Details);
        Assert.Equal(2, Cms(pdf).Certificates.Count);
        Assert.True(Assert.Single(PdfSignatures.Verify(pdf)).IsIntact);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_timestamp_tells_when_the_seal_was_set(string key)
    {
        DateTimeOffset stamped = TestCertificates.Day.AddMinutes(3);
        byte[] pdf = await new PdfSealer(Certificate(key), timestamps: new TestTimestampAuthority(stamped)).SealAsync(Plain, Details);
        PdfSignature signature = Assert.Single(PdfSignatures.Verify(pdf));
        Assert.True(signature.VouchesForFile);
        Assert.Equal(stamped, signature.TimestampedAt);
        if (await ExternalTool.RunAsync(output, "pdfsig", pdf, "-nocert", "FILE") is { } text)
        {
            Assert.Contains("Signature Validation: Signature is Valid.", text);
        }
    }

    [Fact]
    public async Task A_timestamp_server_that_cannot_be_reached_gives_a_sentence_and_no_file()
    {
        SealException exception = await Assert.ThrowsAsync<SealException>(() => new PdfSealer(TestCertificates.Curve, timestamps: new Unreachable()).SealAsync(Plain, Details));
        Assert.Equal(SealProblem.TimestampUnavailable, exception.Problem);
        Assert.Equal("Der Zeitstempeldienst ist nicht erreichbar (Verbindung abgelehnt). Das Schreiben wurde nicht gesiegelt.", exception.Message);
    }

    [Fact]
    public async Task A_timestamp_on_something_else_is_refused()
    {
        var authority = new TestTimestampAuthority(TestCertificates.Day) { OtherHash = new byte[32] };
        SealException exception = await Assert.ThrowsAsync<SealException>(() => new PdfSealer(TestCertificates.Curve, timestamps: authority).SealAsync(Plain, Details));
        Assert.Equal(SealProblem.TimestampInvalid, exception.Problem);
    }

    [Fact]
    public async Task A_seal_larger_than_its_room_is_refused_and_fits_if_there_is_more()
    {
        var authority = new TestTimestampAuthority(TestCertificates.Day);
        SealException exception = await Assert.ThrowsAsync<SealException>(
            () => new PdfSealer(TestCertificates.Curve, timestamps: authority) { ReservedBytes = 1_500 }.SealAsync(Plain, Details));
        Assert.Equal(SealProblem.TooLarge, exception.Problem);
        Assert.Matches(@"^Das Siegel braucht \d+ Byte, vorgesehen sind 1500\.", exception.Message);
        byte[] pdf = await new PdfSealer(TestCertificates.Curve, timestamps: authority) { ReservedBytes = 30_000 }.SealAsync(Plain, Details);
        Assert.True(Assert.Single(PdfSignatures.Verify(pdf)).VouchesForFile);
    }

    [Fact]
    public async Task A_certificate_that_cannot_seal_is_refused_with_the_reason()
    {
        X509Certificate2 withoutKey = X509CertificateLoader.LoadCertificate(TestCertificates.Rsa.RawData);
        await Refused(TestCertificates.Rsa, 701, SealProblem.CertificateExpired, "Das Siegelzertifikat „Stadt Musterstadt (RSA)“ ist am 31.01.2028 abgelaufen.");
        await Refused(TestCertificates.Rsa, -101, SealProblem.CertificateNotYetValid, "Das Siegelzertifikat „Stadt Musterstadt (RSA)“ gilt erst ab dem 22.11.2025.");
        await Refused(withoutKey, 0, SealProblem.NoUsablePrivateKey, "Zum Siegelzertifikat „Stadt Musterstadt (RSA)“ fehlt ein privater Schlüssel (RSA oder elliptische Kurve).");
        await Refused(TestCertificates.ForEncryption, 0, SealProblem.NotForSigning, "Das Siegelzertifikat „Nur zum Verschlüsseln“ ist nicht zum Unterschreiben bestimmt.");

        static async Task Refused(X509Certificate2 certificate, int daysLater, SealProblem problem, string message)
        {
            SealException exception = await Assert.ThrowsAsync<SealException>(
                () => new PdfSealer(certificate).SealAsync(Plain, Details with { SignedAt = TestCertificates.Day.AddDays(daysLater) }));
            Assert.Equal((problem, message), (exception.Problem, exception.Message));
        }
    }

    [Fact]
    public async Task Files_that_are_none_of_ours_are_refused_and_have_no_signatures()
    {
        byte[][] files = [[], [.. "no PDF"u8], [.. "%PDF-1.7\nstartxref\n9999999999\n%%EOF"u8], Plain[..^200], [.. Plain[1000..]]];
        foreach (byte[] file in files)
        {
            SealException exception = await Assert.ThrowsAsync<SealException>(() => new PdfSealer(TestCertificates.Curve).SealAsync(file, Details));
            Assert.Equal(SealProblem.FileNotSealable, exception.Problem);
            Assert.Empty(PdfSignatures.Verify(file));
        }
    }

    [Fact]
    public async Task Damaged_files_do_not_break_the_verification()
    {
        byte[] pdf = await new PdfSealer(TestCertificates.Curve).SealAsync(Plain, Details);
        var random = new Random(1);
        for (int i = 0; i < 300; i++)
        {
            byte[] damaged = pdf[..random.Next(pdf.Length)];
            for (int change = random.Next(20); change > 0 && damaged.Length > 0; change--)
            {
                damaged[random.Next(Math.Max(0, damaged.Length - 2000), damaged.Length)] = (byte)random.Next(256);
            }

            Assert.DoesNotContain(PdfSignatures.Verify(damaged), signature => signature.VouchesForFile);
        }
    }

    [Fact]
    public async Task Files_made_to_keep_their_reader_busy_are_given_up_soon()
    {
        byte[] pdf = await new PdfSealer(TestCertificates.Curve).SealAsync(Plain, Details);
        string dictionary = Regex.Match(Encoding.Latin1.GetString(pdf), "<</Type/Sig/.*?>>>", RegexOptions.Singleline).Value;
        byte[][] hostile =
        [
            [.. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("/ByteRange", 800_000)))],
            [.. pdf, .. Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat($"\n7 0 obj{dictionary}endobj", 400)))],
            WithKids(pdf, depth: 100_000),
            WithReferences(pdf, 300_000),
        ];
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (byte[] file in hostile)
        {
            IReadOnlyList<PdfSignature> found = PdfSignatures.Verify(file);
            Assert.InRange(found.Count, 0, PdfSignatures.MostSignatures);
            Assert.DoesNotContain(found, signature => signature.VouchesForFile);
        }

        output.WriteLine($"{watch.ElapsedMilliseconds} ms");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    /// <summary>A page tree that is a chain: each node holds nothing but the next.</summary>
    private static byte[] WithKids(byte[] pdf, int depth)
    {
        var reader = new Pdf.Reading.PdfReader(pdf);
        int tree = reader.Dictionary(reader.Catalog).Reference("Pages")!.Value, first = reader.Size;
        var update = new Pdf.PdfUpdate(reader);
        update.Begin(tree).Append($"<</Type/Pages/Kids[{first} 0 R]>>");
        update.End();
        for (int i = 0; i < depth; i++)
        {
            int node = update.Reserve();
            update.Begin(node).Append($"<</Type/Pages/Kids[{node + 1} 0 R]>>");
            update.End();
        }

        return update.Finish();
    }

    /// <summary>A form with one large field, named over and over.</summary>
    private static byte[] WithReferences(byte[] pdf, int count)
    {
        var reader = new Pdf.Reading.PdfReader(pdf);
        int form = reader.Dictionary(reader.Catalog).Reference("AcroForm")!.Value;
        string fields = reader.Dictionary(form)["Fields"]!;
        var update = new Pdf.PdfUpdate(reader);
        int field = update.Reserve();
        update.Begin(field).Append($"<</Type/Annot/Subtype/Widget/FT/Sig/Rect[0 0 0 0]/TU({new string('x', 1_000_000)})>>");
        update.End();
        update.Begin(form).Append($"<</SigFlags 3/Fields{fields[..^1].TrimEnd()}{string.Concat(Enumerable.Repeat($" {field} 0 R", count))}]>>");
        update.End();
        return update.Finish();
    }

    private static X509Certificate2 Certificate(string key) => key == "RSA" ? TestCertificates.Rsa : TestCertificates.Curve;

    private static SignedCms Cms(byte[] pdf)
    {
        byte[] reserved = Convert.FromHexString(Regex.Match(Encoding.Latin1.GetString(pdf), "/Contents<([0-9A-F]+)>>>").Groups[1].Value);
        AsnDecoder.ReadEncodedValue(reserved, AsnEncodingRules.BER, out _, out _, out int length);
        var cms = new SignedCms();
        cms.Decode(reserved.AsSpan(0, length));
        return cms;
    }

    /// <summary>Zeros behind the signature, which nobody reads.</summary>
    private static bool IsPadding(byte[] pdf, int position) => pdf[position] == '0' && pdf.AsSpan(position - 20, 40).IndexOfAnyExcept((byte)'0') < 0;

    /// <summary>Appends a revision with another version of the first object that matches.</summary>
    private static byte[] Rewrite(byte[] pdf, string pattern)
    {
        var reader = new Pdf.Reading.PdfReader(pdf);
        var parsed = new ParsedPdf(pdf);
        int number = parsed.ObjectNumbers.First(id => reader.IsPlainDictionary(id) && Regex.IsMatch(parsed.Object(id), pattern));
        string text = parsed.Object(number);
        Match match = Regex.Match(text, pattern);
        var update = new Pdf.PdfUpdate(reader);
        update.Begin(number).Append(text[..match.Index] + match.Value.Replace("FEFF00", "FEFF01").Replace("H1", "H2").Replace("de-DE", "en-GB").Replace("/Contents ", "/Contents 1") + text[(match.Index + match.Length)..]);
        update.End();
        return update.Finish();
    }

    private sealed class Unreachable : ITimestampAuthority
    {
        public Task<byte[]> RequestAsync(byte[] query, CancellationToken cancellation) => throw new HttpRequestException("Verbindung abgelehnt");
    }
}
