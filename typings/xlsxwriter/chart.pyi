from xlsxwriter import Chart as Chart
