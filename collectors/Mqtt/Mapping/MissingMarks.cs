using System.Text.Json;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Numbers and texts by which a device says "not available"; JSON null always does.</summary>
public sealed class MissingMarks
{
    readonly ImmutableArray<double> _numbers;
    readonly ImmutableArray<string> _texts;

    MissingMarks(ImmutableArray<double> numbers, ImmutableArray<string> texts)
    {
        _numbers = numbers;
        _texts = texts;
    }

    /// <exception cref="FormatException">One is neither a number nor text.</exception>
    public static MissingMarks Of(IEnumerable<JsonElement> marks)
    {
        var numbers = ImmutableArray.CreateBuilder<double>();
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var mark in marks)
        {
            switch (mark.ValueKind)
            {
                case JsonValueKind.Number:
                    numbers.Add(mark.GetDouble());
                    break;
                case JsonValueKind.String:
                    texts.Add(mark.GetString()!);
                    break;
                default:
                    throw new FormatException($"{mark.GetRawText()} cannot mark a missing value: numbers and text can.");
            }
        }

        return new(numbers.ToImmutable(), texts.ToImmutable());
    }

    public bool Has(double number) => _numbers.Contains(number);

    public bool Has(string text) => _texts.Contains(text);
}
