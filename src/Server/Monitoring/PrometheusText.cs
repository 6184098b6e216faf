using System.Globalization;
using System.Text;

namespace ChatRoom.Server.Monitoring;

/// <summary>
/// Readings in the text format of Prometheus, version 0.0.4. Names follow OpenTelemetry's rules for Prometheus: dots become
/// underscores, the unit is a part of the name, and what only grows ends in _total.
/// </summary>
public static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<MetricSnapshot> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var text = new StringBuilder();
        foreach (var reading in readings)
        {
            switch (reading)
            {
                case MetricSnapshot.Numbers numbers:
                    Write(text, numbers);
                    break;
                case MetricSnapshot.Spread spread:
                    Write(text, spread);
                    break;
            }
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, MetricSnapshot.Numbers reading)
    {
        var name = NameOf(reading) + (reading.OnlyGrows ? "_total" : "");
        Head(text, name, reading.Help, reading.OnlyGrows ? "counter" : "gauge");
        foreach (var sample in reading.Samples)
            Line(text, name, sample.Tags, sample.Value);
    }

    private static void Write(StringBuilder text, MetricSnapshot.Spread reading)
    {
        var name = NameOf(reading);
        Head(text, name, reading.Help, "histogram");
        var count = 0L;
        for (var i = 0; i < reading.Counts.Count; i++)
        {
            // The format wants all that are at most so large, and not only those between two boundaries.
            count += reading.Counts[i];
            var most = i < reading.Boundaries.Count ? reading.Boundaries[i] : double.PositiveInfinity;
            Line(text, $"{name}_bucket", [new("le", Number(most))], count);
        }
        Line(text, $"{name}_sum", [], reading.Sum);
        Line(text, $"{name}_count", [], count);
    }

    private static void Head(StringBuilder text, string name, string help, string type) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {Escaped(help)}\n# TYPE {name} {type}\n");

    private static void Line(StringBuilder text, string name, IReadOnlyList<KeyValuePair<string, string>> tags, double value)
    {
        text.Append(name);
        for (var i = 0; i < tags.Count; i++)
        {
            var quoted = Escaped(tags[i].Value).Replace("\"", "\\\"", StringComparison.Ordinal);
            text.Append(i == 0 ? '{' : ',').Append(Fitting(tags[i].Key)).Append("=\"").Append(quoted).Append('"');
        }
        if (tags.Count > 0)
            text.Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string NameOf(MetricSnapshot reading)
    {
        var name = Fitting(reading.Name);
        var unit = reading.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        return name.EndsWith(unit, StringComparison.Ordinal) ? name : name + unit;
    }

    private static string Fitting(string name)
    {
        var fitting = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        return fitting.Length == 0 || char.IsAsciiDigit(fitting[0]) ? $"_{fitting}" : fitting;
    }

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
