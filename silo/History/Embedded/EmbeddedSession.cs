using DcOps.Domain.History;
using DuckDB.NET.Data;

namespace DcOps.History.Embedded;

/// <summary>The store while it is open: the writing connection and what the writer knows by heart. One caller at a time.</summary>
sealed class EmbeddedSession : IDisposable
{
    readonly DuckDBConnection _connection;
    readonly FacilityMinuteTable _facilityMinutes;
    readonly FacilityIntervalTable _intervals;
    readonly MeterReadingTable _readings;

    EmbeddedSession(DuckDBConnection connection)
    {
        _connection = connection;
        Restated.CreateStaging(connection);
        MeterReadingTable.CreateStaging(connection);
        Keys = SubjectKeys.Read(connection);
        RackMinutes = new(connection, Keys);
        _facilityMinutes = new(connection, Keys);
        _intervals = new(connection, Keys);
        _readings = new(connection, Keys);
    }

    /// <summary>Readers may look into it at any time.</summary>
    public SubjectKeys Keys { get; }

    public RackMinuteTables RackMinutes { get; }

    public bool IsOpen { get; private set; } = true;

    /// <exception cref="HistoryUnavailableException">The file cannot be opened now.</exception>
    /// <exception cref="HistoryRefusedException">A newer version wrote it.</exception>
    public static EmbeddedSession Open(EmbeddedFile file)
    {
        var connection = file.Open();
        try
        {
            file.Prepare(connection);
            return new(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Write(HistoryBatch batch)
    {
        try
        {
            _connection.InTransaction(() =>
            {
                RackMinutes.Write(batch.RackMinutes);
                _facilityMinutes.Write(batch.FacilityMinutes);
                _intervals.Write(batch.Intervals);
                _readings.Write(batch.MeterReadings);
                Keys.Save(_connection);
            });
            Keys.Committed();
        }
        finally
        {
            Keys.Forget();
        }
    }

    /// <summary>Removes minute rows of days before <paramref name="day"/>; ledger rows and meter readings stay.</summary>
    public void Forget(int day)
    {
        RackMinutes.Forget(day);
        _facilityMinutes.Forget(day * Minutes.PerDay);
    }

    public void Dispose()
    {
        IsOpen = false;
        _connection.Dispose();
    }
}
